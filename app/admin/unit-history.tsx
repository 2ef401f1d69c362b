import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import type { UnitPage } from '#workflows/reading/unit-page.ts'

type Was = UnitPage['history'][number]

/** What the unit was from which day on. A unit that was never changed has nothing to tell. */
export function UnitHistory({ history }: { history: Was[] }) {
  const { t, i18n } = useTranslation('units')
  const columns: Column<Was>[] = [
    {
      key: 'from',
      head: t('history.from'),
      cell: ({ from }) => (from ? formatDay(from, i18n.language) : t('history.before')),
    },
    {
      key: 'name',
      head: t('fields.name'),
      cell: ({ name, closedOn }) => (closedOn ? `${name}(${t('closed')})` : name),
    },
    { key: 'place', head: t('fields.territory_parent'), cell: ({ place }) => place ?? '—' },
    {
      key: 'above',
      head: t('fields.line_parent'),
      cell: ({ above, line }) => [above, line].filter(Boolean).join(' · ') || '—',
    },
    ...(history.some(({ hours }) => hours !== null)
      ? [{ key: 'hours', head: t('hours.title'), cell: ({ hours }: Was) => hours ?? '—' }]
      : []),
    { key: 'by', head: <span className="whitespace-nowrap">{t('history.by')}</span>, cell: ({ by }) => by ?? '—' },
  ]
  return (
    <section aria-label={t('history.title')} className="mb-6">
      <h2 className="mb-2 text-lg">{t('history.title')}</h2>
      <DataTable
        caption={t('history.title')}
        columns={columns}
        rows={history}
        keyOf={({ revision }) => String(revision)}
        empty={<p className="text-muted">{t('history.none')}</p>}
      />
    </section>
  )
}
