import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { DueDate } from '#app/ui/due-date.tsx'
import { RungMark } from '#app/ui/rung-mark.tsx'
import type { DatedLine } from '#workflows/reading/oversight.ts'
import { type ScreenAsked, screenAddress } from './screen-address.ts'

type DatedTableProps = {
  caption: string
  lines: readonly DatedLine[]
  today: string
  /** the office's own dates have no unit and no card */
  office?: boolean
  /** the unit stands in the heading above */
  ofOneUnit?: boolean
  asked: ScreenAsked
}

/** A line a date, the earliest first: which card, whose, of which letter, until when. */
export function DatedTable({ caption, lines, today, office = false, ofOneUnit = false, asked }: DatedTableProps) {
  const { t, i18n } = useTranslation(['oversight', 'case'])
  const columns: Column<DatedLine>[] = [
    {
      key: 'due',
      head: t('oversight:columns.due'),
      cell: ({ dueOn }) => <DueDate day={dueOn} today={today} />,
    },
    {
      key: 'rung',
      head: <span className="whitespace-nowrap">{t('oversight:columns.rung')}</span>,
      cell: ({ rung }) => (rung ? <RungMark rung={rung} of={office ? 'office' : 'unit'} /> : '—'),
    },
    ...(office || ofOneUnit
      ? []
      : [
          {
            key: 'unit',
            head: t('oversight:columns.unit'),
            cell: ({ unit, staffed }: DatedLine) =>
              unit && (
                <span className="block min-w-[7em]">
                  <Link to={screenAddress(asked, { unit: unit.id })} className="link relative z-1">
                    {unit.name}
                  </Link>
                  {!staffed && <Nobody />}
                </span>
              ),
          },
        ]),
    {
      key: 'name',
      head: t('oversight:columns.name'),
      cell: ({ name, letter, kind }) => (
        <>
          <span className="font-medium">{String(t(`case:deadlines.${name}` as never))}</span>
          {letter && <span className="block whitespace-nowrap text-muted">{letter}</span>}
          {office && kind && <span className="block text-muted">{i18n.language === 'en' ? kind.en : kind.zh}</span>}
        </>
      ),
    },
    {
      key: 'case',
      head: t('oversight:columns.case'),
      cell: (line: DatedLine) =>
        line.case && (
          <Link to={`/desk/cases/${line.case.id}`} className="link whitespace-nowrap">
            {line.case.number}
          </Link>
        ),
    },
  ]
  const shown = lines.some((line) => line.case) ? columns : columns.filter(({ key }) => key !== 'case')
  return <DataTable caption={caption} columns={shown} rows={lines} keyOf={({ id }) => id} />
}

/** By word and weight: colour is for dates alone. */
export function Nobody() {
  const { t } = useTranslation('oversight')
  return <strong className="block border-l-3 border-ink pl-1.5">{t('nobody')}</strong>
}
