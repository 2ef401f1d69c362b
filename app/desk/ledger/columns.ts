import type { TFunction } from 'i18next'
import type { Cell } from '#app/http/csv.ts'
import { daysFrom } from '#app/ui/day-words.ts'
import type { LedgerEntry } from '#workflows/reading/ledger.ts'

export type ColumnName =
  | 'number'
  | 'kind'
  | 'place'
  | 'state'
  | 'received'
  | 'accepted'
  | 'due'
  | 'dueName'
  | 'daysLeft'
  | 'holder'
  | 'territory'
  | 'territoryLetter'
  | 'department'
  | 'departmentLetter'
  | 'finding'
  | 'closed'

type Reader = { t: TFunction<readonly ['queues', 'case', 'desk']>; language: string; today: string }
type Column = { name: ColumnName /** in characters */; width: number; cell: (row: LedgerEntry, reader: Reader) => Cell }

/** The columns of a ledger, the same on paper and in files. Nothing here is a reporter's. */
export const LEDGER_COLUMNS: readonly Column[] = [
  { name: 'number', width: 16, cell: ({ number }) => number },
  {
    name: 'kind',
    width: 18,
    cell: ({ kind }, { language }) => kind && `${kind.code} ${language === 'en' ? kind.en : kind.zh}`,
  },
  { name: 'place', width: 16, cell: ({ place }) => place },
  { name: 'state', width: 16, cell: ({ life }, { t }) => caseWord(t, 'states', life) },
  { name: 'received', width: 12, cell: ({ receivedOn }) => receivedOn },
  { name: 'accepted', width: 12, cell: ({ acceptedOn }) => acceptedOn },
  { name: 'due', width: 12, cell: ({ due }) => due && due.day },
  {
    name: 'dueName',
    width: 14,
    // beside the date and not in it: a table program sorts by the date
    cell: ({ due }, { t }) => {
      if (!due?.name) return null
      const name = caseWord(t, 'deadlines', due.name)
      return due.provisional ? t('queues:ledger.provisional', { name }) : name
    },
  },
  { name: 'daysLeft', width: 10, cell: ({ due }, { today }) => due && daysFrom(today, due.day) },
  { name: 'holder', width: 10, cell: ({ holder }) => holder },
  { name: 'territory', width: 18, cell: ({ territory }) => territory && territory.unit },
  { name: 'territoryLetter', width: 22, cell: ({ territory }) => territory && territory.number },
  { name: 'department', width: 18, cell: ({ department }) => department && department.unit },
  { name: 'departmentLetter', width: 22, cell: ({ department }) => department && department.number },
  {
    name: 'finding',
    width: 12,
    cell: ({ finding, withdrawn }, { t }) =>
      withdrawn ? t('case:outcomes.withdrawn') : finding && t(`case:findings.${finding}`),
  },
  { name: 'closed', width: 12, cell: ({ closedOn }) => closedOn },
]

export const headOf = (t: Reader['t'], name: ColumnName): string => t(`queues:ledger.columns.${name}`)

const caseWord = (t: Reader['t'], group: 'states' | 'deadlines', name: string) =>
  String(t(`case:${group}.${name}` as never))
