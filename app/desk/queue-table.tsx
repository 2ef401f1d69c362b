import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatShortDay } from '#app/ui/day-words.ts'
import { DueDate } from '#app/ui/due-date.tsx'
import { Empty } from '#app/ui/empty.tsx'
import type { QueueEntry } from '#workflows/reading/desk-queue.ts'
import { SEVERAL } from './several-bar.tsx'
import { useCaseWord } from './use-case-word.ts'

const FLAGS = ['reprisal', 'urgent', 'slowLane', 'noDispatch', 'provisional'] as const

/** A queue as a ledger: a line a case, what is most pressing first. */
export function QueueTable({
  rows,
  today,
  me,
  toSign,
}: {
  rows: QueueEntry[]
  today: string
  me: string
  toSign: boolean
}) {
  const { t, i18n } = useTranslation(['desk', 'several'])
  const word = useCaseWord()
  const columns: Column<QueueEntry>[] = [
    {
      key: 'number',
      head: t('queue.number'),
      cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
    },
    {
      key: 'state',
      head: t('queue.state'),
      cell: (row) => (
        <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          {word('states', row.life)}
          {FLAGS.filter((flag) => row[flag]).map((flag) => (
            <Badge key={flag} strong={flag === 'reprisal' || flag === 'urgent'}>
              {t(`flags.${flag}`)}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'kind',
      head: t('queue.kind'),
      cell: ({ kind }) =>
        kind ? i18n.language === 'en' ? kind.en : kind.zh : <Muted>{t('queue.notClassified')}</Muted>,
    },
    { key: 'place', head: t('queue.place'), cell: ({ place }) => place ?? <Muted>{t('queue.placeUnknown')}</Muted> },
    {
      key: 'since',
      head: <Whole>{t('queue.since')}</Whole>,
      cell: ({ receivedOn }) => formatShortDay(receivedOn, i18n.language),
    },
    {
      key: 'due',
      head: t('queue.due'),
      cell: ({ due }) => (due ? <DueDate day={due.day} today={today} /> : <Muted>{t('queue.noDate')}</Muted>),
    },
    {
      key: 'holder',
      head: <Whole>{t('queue.holder')}</Whole>,
      cell: ({ holder }) =>
        holder ? (
          holder.id === me ? (
            <strong>{t('queue.me')}</strong>
          ) : (
            <Whole>{holder.name}</Whole>
          )
        ) : (
          <Whole>{t('queue.nobody')}</Whole>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('queue.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      to={({ id }) => `/desk/cases/${id}`}
      tick={{
        ...SEVERAL,
        all: t('several:all'),
        box: ({ id, number }) => ({ value: id, label: t('several:tick', { number }) }),
      }}
      empty={
        <Empty title={t('queue.empty.title')}>
          <p>{toSign ? t('queue.empty.toSign') : t('queue.empty.advice')}</p>
        </Empty>
      }
    />
  )
}

const Muted = ({ children }: { children: string }) => <span className="text-muted">{children}</span>
/** A word or name that is not broken to make room for its neighbours. */
const Whole = ({ children }: { children: string }) => <span className="whitespace-nowrap">{children}</span>
