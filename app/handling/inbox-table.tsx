import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { DueDate } from '#app/ui/due-date.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { RungMark } from '#app/ui/rung-mark.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import type { InboxLetter } from '#workflows/reading/inbox.ts'
import { phaseOf } from './letter-phase.ts'

type InboxTableProps = { rows: readonly InboxLetter[]; today: string; open: boolean }

/** A line a letter: its number, what it is about, until when, where it stands. */
export function InboxTable({ rows, today, open }: InboxTableProps) {
  const { t, i18n } = useTranslation(['handling', 'case', 'oversight'])
  const columns: Column<InboxLetter>[] = [
    {
      key: 'number',
      head: t('inbox.number'),
      cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
    },
    {
      key: 'kind',
      head: t('inbox.kind'),
      cell: ({ kind }) => (kind ? (i18n.language === 'en' ? kind.en : kind.zh) : '—'),
    },
    { key: 'duty', head: t('inbox.duty'), cell: ({ lead }) => <Badge strong={lead}>{t(duty(lead))}</Badge> },
    { key: 'issued', head: t('inbox.issued'), cell: ({ issuedOn }) => formatDay(issuedOn, i18n.language) },
    {
      key: 'due',
      head: t('inbox.due'),
      cell: ({ dueOn, state, explained }) =>
        dueOn ? (
          <>
            <DueDate day={dueOn} today={today} />
            {explained && (
              <span className="block max-w-80 text-xs text-muted">
                {i18n.language === 'en' ? explained.en : explained.zh}
              </span>
            )}
          </>
        ) : (
          <span className="text-muted">{t(state === 'disputed' ? 'inbox.standsStill' : 'inbox.noDate')}</span>
        ),
    },
    {
      key: 'card',
      head: t('oversight:columns.rung'),
      cell: ({ rung, toAnswer }) => (
        <>
          {rung ? <RungMark rung={rung} /> : '—'}
          {toAnswer && (
            <span className="block">
              <span className="font-medium">{t('oversight:onLetter.toAnswer')}</span>{' '}
              <DueDate day={toAnswer} today={today} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'state',
      head: t('inbox.state'),
      cell: ({ state }) => <StateTag phase={phaseOf(state)}>{t(`states.${state}`)}</StateTag>,
    },
  ]
  return (
    <DataTable
      caption={t(open ? 'inbox.open' : 'inbox.past')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      to={({ id }) => `/handling/letters/${id}`}
      empty={
        <Empty title={t(open ? 'inbox.nothingOpen' : 'inbox.nothingPast')}>
          <p>{t('inbox.nothingAdvice')}</p>
        </Empty>
      }
    />
  )
}

const duty = (lead: boolean) => (lead ? 'case:lead' : 'case:assisting')
