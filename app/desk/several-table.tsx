import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { DueDate } from '#app/ui/due-date.tsx'
import type { SeveralCases } from '#workflows/reading/several-cases.ts'
import { useCaseWord } from './use-case-word.ts'

type Row = SeveralCases['rows'][number]

/** The cases that will be acted on, each still to be left out; their form leads to the same page with those ticked. */
export function SeveralTable({ cases, from }: { cases: SeveralCases; from: string }) {
  const { t, i18n } = useTranslation(['several', 'desk'])
  const word = useCaseWord()
  const columns: Column<Row>[] = [
    {
      key: 'number',
      head: t('desk:queue.number'),
      cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
    },
    { key: 'state', head: t('desk:queue.state'), cell: ({ life }) => word('states', life) },
    {
      key: 'kind',
      head: t('desk:queue.kind'),
      cell: ({ kind }) => (kind ? (i18n.language === 'en' ? kind.en : kind.zh) : t('desk:queue.notClassified')),
    },
    { key: 'place', head: t('desk:queue.place'), cell: ({ place }) => place ?? t('desk:queue.placeUnknown') },
    {
      key: 'due',
      head: t('desk:queue.due'),
      cell: ({ due }) => (due ? <DueDate day={due} today={cases.today} /> : t('desk:queue.noDate')),
    },
    {
      key: 'holder',
      head: <span className="whitespace-nowrap">{t('desk:queue.holder')}</span>,
      cell: ({ holder }) => <span className="whitespace-nowrap">{holder ?? t('desk:queue.nobody')}</span>,
    },
  ]
  return (
    <div>
      <DataTable
        caption={t('several:cases')}
        columns={columns}
        rows={cases.rows}
        keyOf={({ id }) => id}
        to={({ id }) => `/desk/cases/${id}`}
        tick={{
          form: 'only',
          name: 'case',
          all: t('several:all'),
          box: ({ id, number }) => ({ value: id, label: t('several:tick', { number }), ticked: true }),
        }}
      />
      <form id="only" method="get" action="/desk/several" className="mt-3 mb-8">
        <input type="hidden" name="from" value={from} />
        <Button small look="quiet">
          {t('several:only')}
        </Button>
      </form>
    </div>
  )
}
