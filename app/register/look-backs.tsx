import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forAnyone } from '#app/session/who-may.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { readSamples } from '#workflows/reading/look-back-samples.ts'

export const handle = { title: 'register:lookBacks.title' }

export const loader = forAnyone(({ house }) => readSamples(house))

const STEPS = ['before', 'lot', 'draw', 'after'] as const

/** Which closed cases are looked at again, and how anybody can check that nobody chose them. */
export default function LookBacks() {
  const { t } = useTranslation('register')
  const samples = useLoaderData<typeof loader>()
  return (
    <PublicLayout>
      <PageHead title={t('lookBacks.title')} lead={t('lookBacks.lead')} />
      <p className="mb-3">{samples.length > 0 ? t('lookBacks.whole') : t('lookBacks.none')}</p>
      <p className="mb-2">{t('lookBacks.how')}</p>
      <ol className="mb-8 list-decimal space-y-2 pl-6">
        {STEPS.map((step) => (
          <li key={step}>{t(`lookBacks.steps.${step}`)}</li>
        ))}
      </ol>
      {samples.map(({ quarter, share, commitment, seed }) => (
        <section key={quarter} aria-labelledby={quarter} className="mb-6 border-t border-line pt-4">
          <h2 id={quarter} className="mb-2 text-lg tabular-nums">
            {quarter} · {share}%
          </h2>
          <DefinitionList
            items={[
              { term: t('lookBacks.commitment'), is: <code className="text-sm break-all">{commitment}</code> },
              {
                term: t('lookBacks.seed'),
                is: seed ? <code className="text-sm break-all">{seed}</code> : t('lookBacks.sealed'),
              },
            ]}
          />
          {seed && (
            <p className="mt-2">
              <a href={`/look-backs/${quarter}.txt`} className="link">
                {t('lookBacks.list', { quarter })}
              </a>
            </p>
          )}
        </section>
      ))}
    </PublicLayout>
  )
}
