import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { dayIn, formatClock, formatDay } from '#app/ui/day-words.ts'
import type { GivenReason, ReasonCount } from '#workflows/reading/reasons.ts'

/** Why one officer opened cases that were neither in their hands nor waiting for their role. */
export function Reasons({ name, reasons }: { name: string; reasons: readonly GivenReason[] }) {
  const { t, i18n } = useTranslation('insights')
  const columns: Column<GivenReason>[] = [
    {
      key: 'at',
      head: t('record.when'),
      cell: ({ at }) => `${formatDay(dayIn(new Date(at)), i18n.language)} ${formatClock(new Date(at))}`,
    },
    {
      key: 'number',
      head: t('looks.number'),
      cell: ({ number }) => (
        <Link to={`/insights/record/${number}`} className="link tabular-nums">
          {number}
        </Link>
      ),
    },
    { key: 'reason', head: t('reasons.given'), cell: ({ reason }) => reason ?? t('reasons.unreadable') },
  ]
  return (
    <>
      <h2 className="mb-2 text-lg">{t('reasons.of', { name })}</h2>
      <DataTable
        caption={t('reasons.of', { name })}
        columns={columns}
        rows={reasons}
        keyOf={({ id }) => id}
        empty={<p className="text-muted">{t('reasons.none')}</p>}
      />
    </>
  )
}

const MONTH_ENDS = /^(\d{4})-(\d{2})$/

/** How many such cases each officer opened in each month; each line leads to the reasons. */
export function ReasonCounts({ counts }: { counts: readonly ReasonCount[] }) {
  const { t } = useTranslation('insights')
  const columns: Column<ReasonCount>[] = [
    { key: 'month', head: t('reasons.month'), cell: ({ month }) => <span className="tabular-nums">{month}</span> },
    {
      key: 'officer',
      head: t('looks.officer'),
      cell: ({ id, name, month }) => (
        <Link to={`?${new URLSearchParams({ officer: id, ...daysOf(month) })}`} className="link">
          {name}
        </Link>
      ),
    },
    { key: 'cases', head: t('reasons.cases'), cell: ({ cases }) => cases, figures: true },
    { key: 'reasons', head: t('reasons.times'), cell: ({ reasons }) => reasons, figures: true },
  ]
  return (
    <>
      <h2 className="mb-2 text-lg">{t('reasons.byMonth')}</h2>
      <DataTable
        caption={t('reasons.byMonth')}
        columns={columns}
        rows={counts}
        keyOf={({ id, month }) => `${month} ${id}`}
        empty={<p className="text-muted">{t('reasons.none')}</p>}
      />
    </>
  )
}

/** The first and the last day of a month. */
function daysOf(month: string): { from: string; until: string } {
  const [, year = '', nth = ''] = MONTH_ENDS.exec(month) ?? []
  const last = new Date(Date.UTC(Number(year), Number(nth), 0)).getUTCDate()
  return { from: `${month}-01`, until: `${month}-${last}` }
}
