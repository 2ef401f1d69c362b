import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import type { ImportPage } from '#workflows/reading/call-import.ts'

type Row = ImportPage['rows'][number]

/** The calls of a file: what becomes of each, how it begins, what of it is left out. */
export function ImportRows({ rows, isPreview }: { rows: readonly Row[]; isPreview: boolean }) {
  const { t, i18n } = useTranslation('switchboard')
  const comma = i18n.language === 'en' ? ', ' : '、'
  const columns: Column<Row>[] = [
    { key: 'row', head: t('rows.row'), cell: ({ row }) => row },
    {
      key: 'outcome',
      head: t('rows.outcome'),
      cell: ({ outcome, reason }) => (
        <>
          <Badge strong={outcome === 'refused'}>
            {t(`outcomes.${isPreview && outcome === 'waiting' ? 'will' : outcome}`)}
          </Badge>
          {reason && <span className="block text-muted">{t(`reasons.${reason as 'empty'}`)}</span>}
        </>
      ),
    },
    {
      key: 'begins',
      head: t('rows.begins'),
      cell: ({ begins, isCut, place }) => (
        <>
          {place && <span className="block text-muted">{place}</span>}
          {begins === null ? (
            <span className="text-muted">{t('rows.notKept')}</span>
          ) : (
            <span className="whitespace-pre-line" lang="zh-CN">
              {begins}
              {isCut && '…'}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'order',
      head: t('rows.order'),
      cell: ({ hasOrder, isOrderDamaged, begins }) =>
        begins !== null && (
          <span className={isOrderDamaged ? undefined : 'whitespace-nowrap'}>
            {t(isOrderDamaged ? 'rows.damagedOrder' : hasOrder ? 'rows.hasOrder' : 'rows.noOrder')}
          </span>
        ),
    },
    {
      key: 'dropped',
      head: t('rows.dropped'),
      cell: ({ dropped }) => (
        <span className="whitespace-nowrap">{dropped.map((what) => t(`dropped.${what}`)).join(comma)}</span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('transcript.rows')}
      columns={columns}
      rows={rows}
      keyOf={({ row }) => String(row)}
      empty={<Empty title={t('rows.none')} />}
    />
  )
}
