import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { LabelMeanings } from './label-meanings.tsx'

export const handle = { title: 'about:title' }

const DO = ['ask', 'trace', 'seal', 'code', 'brief', 'away', 'say', 'two', 'need', 'reprisal'] as const
const NOT = ['server', 'device', 'content', 'phone', 'times', 'figures'] as const
const BETTER = ['phone', 'time', 'detail', 'code', 'leave'] as const

/** What is done to protect a reporter, what is not promised, how to be safer, how it goes, what belongs elsewhere. */
export default function About() {
  const { t } = useTranslation('about')
  return (
    <PublicLayout here="/about">
      <PageHead title={t('title')} lead={t('lead')} />
      <Part name="do" title={t('do.title')}>
        <DefinitionList items={DO.map((key) => ({ term: t(`do.${key}.name`), is: t(`do.${key}.is`) }))} />
      </Part>
      <Part name="not" title={t('not.title')} lead={t('not.lead')}>
        <DefinitionList items={NOT.map((key) => ({ term: t(`not.${key}.name`), is: t(`not.${key}.is`) }))} />
      </Part>
      <Part name="better" title={t('better.title')}>
        <ul className="space-y-2">
          {BETTER.map((key) => (
            <li key={key} className="border-l-3 border-qing pl-3">
              {t(`better.${key}`)}
            </li>
          ))}
        </ul>
      </Part>
      <Part name="how" title={t('how.title')} lead={t('how.lead')}>
        <LabelMeanings upright />
      </Part>
      <Part name="burden" title={t('burden.title')}>
        <p>{t('burden.is')}</p>
      </Part>
      <Part name="elsewhere" title={t('elsewhere.title')} lead={t('elsewhere.lead')}>
        <Elsewhere />
      </Part>
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/report" look="primary">
          {t('report')}
        </LinkButton>
        <LinkButton to="/follow">{t('follow')}</LinkButton>
      </div>
    </PublicLayout>
  )
}

function Part({ name, title, lead, children }: { name: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={name} className="mb-10">
      <h2 id={name} className="mb-2 text-lg">
        {title}
      </h2>
      {lead && <p className="mb-3 text-muted">{lead}</p>}
      {children}
    </section>
  )
}
