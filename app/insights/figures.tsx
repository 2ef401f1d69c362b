import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type LeaderFigures, readLeaderFigures } from '#workflows/reading/leader-figures.ts'
import { INSIGHTS_ROLES } from './insights-roles.ts'

export const handle = { title: 'insights:figures.title' }

export const loader = forStaff(INSIGHTS_ROLES, ({ house }) => readLeaderFigures(house))

/** About how many cases stand where, and of which kinds some are late, as counted once a day. No unit and no person is set beside another. */
export default function Figures() {
  const { t, i18n } = useTranslation(['insights', 'case'])
  const { takenOn, nextOn, phases, kinds } = useLoaderData<typeof loader>()
  const told = (count: number | null) =>
    count === null ? t('insights:figures.few') : t('insights:figures.about', { count })
  const phaseColumns: Column<LeaderFigures['phases'][number]>[] = [
    {
      key: 'phase',
      head: t('insights:figures.phase'),
      cell: ({ phase }) => t(`case:states.${phase}` as 'case:states.triage'),
    },
    { key: 'cases', head: t('insights:figures.cases'), cell: ({ about }) => told(about), figures: true },
  ]
  const kindColumns: Column<LeaderFigures['kinds'][number]>[] = [
    {
      key: 'kind',
      head: t('insights:figures.kind'),
      cell: ({ code, zh, en }) => `${code} ${i18n.language === 'en' ? en : zh}`,
    },
    { key: 'running', head: t('insights:figures.running'), cell: ({ running }) => told(running), figures: true },
    { key: 'late', head: t('insights:figures.late'), cell: ({ late }) => told(late), figures: true },
  ]
  return (
    <>
      <PageHead title={t('insights:figures.title')} lead={t('insights:figures.lead')} />
      {takenOn === null ? (
        <Empty title={t('insights:figures.notYet')}>
          {t('insights:figures.firstOn', { day: formatDay(nextOn, i18n.language) })}
        </Empty>
      ) : (
        <>
          <p className="mb-4 text-sm text-muted">
            {t('insights:figures.takenOn', { day: formatDay(takenOn, i18n.language) })}
          </p>
          <div className="gap-10 lg:grid lg:grid-cols-2">
            <section>
              <h2 className="mb-2 text-lg">{t('insights:figures.byPhase')}</h2>
              <DataTable
                caption={t('insights:figures.byPhase')}
                columns={phaseColumns}
                rows={phases}
                keyOf={({ phase }) => phase}
              />
            </section>
            <section className="max-lg:mt-8">
              <h2 className="mb-2 text-lg">{t('insights:figures.byKind')}</h2>
              <DataTable
                caption={t('insights:figures.byKind')}
                columns={kindColumns}
                rows={kinds}
                keyOf={({ code }) => code}
                empty={<p className="text-muted">{t('insights:figures.noneRunning')}</p>}
              />
            </section>
          </div>
        </>
      )}
    </>
  )
}
