import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { dayIn, formatClock, formatDay } from '#app/ui/day-words.ts'
import type { CaseRecord } from '#workflows/reading/case-record.ts'
import { useCaseTerm } from './use-case-term.ts'

/** What came through the loader: instants as the loader gave them. */
type Row = CaseRecord['rows'][number]

/** Steps by their place in the chain, and the looks between them. */
export function RecordTable({ rows }: { rows: readonly Row[] }) {
  const { t, i18n } = useTranslation('insights')
  const term = useCaseTerm()
  const when = (row: Row) => {
    const at = new Date(row.at)
    const day = formatDay(dayIn(at), i18n.language)
    return row.what === 'step' && !row.exact ? day : `${day} ${formatClock(at)}`
  }
  const columns: Column<Row>[] = [
    { key: 'seq', head: t('record.seq'), cell: (row) => (row.what === 'step' ? row.seq : '·'), figures: true },
    {
      key: 'when',
      head: t('record.when'),
      cell: (row) => <time dateTime={dayIn(new Date(row.at))}>{when(row)}</time>,
    },
    {
      key: 'who',
      head: t('record.who'),
      cell: (row) => (row.what === 'look' ? row.by : [term('roles', row.role), row.by].filter(Boolean).join(' ')),
    },
    {
      key: 'what',
      head: t('record.what'),
      cell: (row) =>
        row.what === 'look' ? (
          <span className="text-muted">
            {t('record.looked', {
              page: i18n.exists(`insights:pages.${row.page}`) ? t(`pages.${row.page}` as 'pages.desk') : row.page,
            })}
            {row.reason && t('record.because', { reason: row.reason })}
          </span>
        ) : (
          [
            row.deadline && term('deadlines', row.deadline),
            term('acts', row.type),
            row.track && term('tracks', row.track),
          ]
            .filter(Boolean)
            .join(' · ')
        ),
    },
    {
      key: 'moved',
      head: t('record.moved'),
      cell: (row) => {
        if (row.what === 'look' || row.to === null) return null
        if (row.from === row.to) return <span className="text-muted">{term('states', row.to)}</span>
        return `${row.from === null ? '' : term('states', row.from)} → ${term('states', row.to)}`
      },
    },
    {
      key: 'hash',
      head: t('record.hash'),
      cell: (row) => row.what === 'step' && <code className="font-mono text-xs">{row.hash}</code>,
    },
  ]
  return <DataTable caption={t('record.caption')} columns={columns} rows={rows} keyOf={({ key }) => key} />
}
