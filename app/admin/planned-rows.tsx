import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { DifferenceList } from '#app/ui/difference-list.tsx'
import type { PlannedRow } from '#workflows/imports/planned-row.ts'

const MOST_SHOWN = 500
const ORDER: readonly PlannedRow['does'][] = ['refused', 'open', 'change', 'unchanged']

/** What each row of a table would do: what is refused comes first, with why; what changes, as it is and as it would be. */
export function PlannedRows({ rows }: { rows: PlannedRow[] }) {
  const { t, i18n } = useTranslation('imports')
  const sorted = rows.toSorted(
    (one, other) => ORDER.indexOf(one.does) - ORDER.indexOf(other.does) || one.row - other.row,
  )
  const count = (does: PlannedRow['does']) => rows.filter((row) => row.does === does).length
  const fieldOf = (field: string) =>
    i18n.exists(`imports:fields.${field}`) ? t(`fields.${field}` as 'fields.code') : field
  const say = ({ field, problem, with: other }: PlannedRow['faults'][number]) => {
    const known = i18n.exists(`imports:problems.${problem}`)
    return t(`problems.${known ? problem : 'wrong'}` as 'problems.wrong', {
      field: fieldOf(field),
      other: other ?? '',
    })
  }
  const columns: Column<PlannedRow>[] = [
    { key: 'row', head: t('row'), cell: ({ row }) => row },
    { key: 'key', head: t('key'), cell: ({ key }) => key },
    { key: 'name', head: t('name'), cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    {
      key: 'does',
      head: t('does'),
      cell: ({ does }) => <Badge strong={does === 'refused'}>{t(`doing.${does}`)}</Badge>,
    },
    {
      key: 'why',
      head: t('why'),
      cell: ({ faults, changes = [] }) =>
        changes.length > 0 ? (
          <DifferenceList differences={changes} />
        ) : (
          faults.map(say).join(i18n.language === 'en' ? '; ' : '；')
        ),
    },
  ]
  return (
    <section aria-label={t('wouldDo')} className="mb-6">
      <h2 className="text-lg">{t('wouldDo')}</h2>
      <p className="mb-2">{ORDER.map((does) => `${t(`doing.${does}`)} ${count(does)}`).join(' · ')}</p>
      <DataTable
        caption={t('wouldDo')}
        columns={columns}
        rows={sorted.slice(0, MOST_SHOWN)}
        keyOf={({ row }) => String(row)}
      />
      {rows.length > MOST_SHOWN && <p className="mt-2 text-sm text-muted">{t('more', { count: MOST_SHOWN })}</p>}
    </section>
  )
}
