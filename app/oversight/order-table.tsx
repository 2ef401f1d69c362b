import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { DueDate } from '#app/ui/due-date.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import type { OrderLine } from '#workflows/reading/supervision-papers.ts'

const PHASES = { open: 'waits', answered: 'moves', settled: 'over' } as const

type OrderTableProps = { caption: string; orders: readonly OrderLine[]; today: string; mayRead: boolean }

/** A line an order: its number, whose, until when an answer, where it stands. */
export function OrderTable({ caption, orders, today, mayRead }: OrderTableProps) {
  const { t, i18n } = useTranslation('oversight')
  const columns: Column<OrderLine>[] = [
    {
      key: 'number',
      head: t('columns.order'),
      cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
    },
    { key: 'unit', head: t('columns.unit'), cell: ({ unit }) => unit.name },
    {
      key: 'answer',
      head: t('columns.answerBy'),
      cell: ({ state, answerBy, answeredOn }) =>
        state === 'open' ? (
          <DueDate day={answerBy} today={today} />
        ) : (
          <span className="text-muted">
            {answeredOn ? t('answeredOn', { day: formatDay(answeredOn, i18n.language) }) : t('notAnswered')}
          </span>
        ),
    },
    {
      key: 'state',
      head: t('columns.state'),
      cell: ({ state }) => <StateTag phase={PHASES[state]}>{t(`orderStates.${state}`)}</StateTag>,
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={orders}
      keyOf={({ id }) => id}
      to={mayRead ? ({ id }) => `/oversight/orders/${id}` : undefined}
    />
  )
}
