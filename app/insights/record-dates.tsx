import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import type { CaseRecord } from '#workflows/reading/case-record.ts'
import { useCaseTerm } from './use-case-term.ts'

type Dated = CaseRecord['dates'][number]

/** Every date the case ever carried, with how long it was, on whose word, and what became of it. */
export function RecordDates({ dates }: { dates: readonly Dated[] }) {
  const { t, i18n } = useTranslation('insights')
  const term = useCaseTerm()
  const day = (on: string) => formatDay(on, i18n.language)
  const columns: Column<Dated>[] = [
    {
      key: 'name',
      head: t('dates.name'),
      cell: ({ name, track }) => [term('deadlines', name), track && term('tracks', track)].filter(Boolean).join(' · '),
    },
    { key: 'set', head: t('dates.set'), cell: ({ setOn }) => day(setOn) },
    {
      key: 'due',
      head: t('dates.due'),
      cell: ({ dueOn, provisional }) => `${day(dueOn)}${provisional ? t('dates.provisional') : ''}`,
    },
    { key: 'days', head: t('dates.days'), cell: ({ days }) => days, figures: true },
    { key: 'rule', head: t('dates.rule'), cell: ({ rule }) => (rule === 'default' ? t('dates.own') : rule) },
    {
      key: 'state',
      head: t('dates.state'),
      cell: ({ state, still }) =>
        [t(`dates.states.${state}`), still && (i18n.language === 'en' ? still.en : still.zh)]
          .filter(Boolean)
          .join(' · '),
    },
  ]
  return (
    <DataTable
      caption={t('record.dates')}
      columns={columns}
      rows={dates}
      keyOf={({ id }) => id}
      empty={<p className="text-muted">{t('dates.none')}</p>}
    />
  )
}
