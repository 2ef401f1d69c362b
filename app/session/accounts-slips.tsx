import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { dayIn, formatDay } from '#app/ui/day-words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'

type Shown = { login: string; name: string; unit: string; code: string; until: Date | string }

/** Slips to be printed, cut apart and handed over: they are not shown again. */
export function AccountSlips({ slips, where }: { slips: readonly Shown[]; where: string }) {
  const { t, i18n } = useTranslation('accounts')
  return (
    <section aria-labelledby="slips" className="mb-10">
      <Callout tone="warn" title={<span id="slips">{t('slips.title')}</span>}>
        <p>{t('slips.lead')}</p>
      </Callout>
      {slips.map(({ login, name, unit, code, until }) => (
        <div key={login} className="mb-4 break-inside-avoid border border-dashed border-line px-4 py-3">
          <h3 className="text-base" lang="zh-CN">
            {name} · {unit} · {login}
          </h3>
          <DefinitionList
            items={[
              { term: t('slips.code'), is: <code className="font-mono text-lg select-all">{code}</code> },
              { term: t('slips.where'), is: <span className="break-all">{where}</span> },
              { term: t('slips.until'), is: formatDay(dayIn(new Date(until)), i18n.language) },
            ]}
          />
          <p className="text-sm text-muted">{t('slips.how')}</p>
        </div>
      ))}
    </section>
  )
}
