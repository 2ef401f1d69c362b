import { initialTransition } from 'xstate'
import type { ArrivalRows } from '#db/write/arrival.ts'
import type { NewCaseRow } from '#db/write/cases.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { CASE_VERSION, caseLife } from '#workflows/case/versions.ts'
import { dayOf, hourOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, newDataKey } from '#workflows/protection/cipher.ts'
import { type DatesFrom, datesOf } from './dates.ts'
import { errandRow } from './errands.ts'
import { type Entry, journalRow } from './journal.ts'
import { carryOut } from './orders.ts'
import { ordersOf } from './procedure.ts'
import { wroteOf } from './wrote.ts'

type DateRules = DatesFrom['rules']
/** What is known of a case on arrival; everything said in it is sealed under the key that comes back. */
export type Arrival = {
  accused: string[]
  accusedPeople: string[]
  noDispatch: boolean
  slowLane: boolean
  report: string
}

/** A case not stored yet: what it is stored as, beside its report. */
export type Arriving = {
  id: string
  key: DataKey
  rows: Pick<ArrivalRows, 'data_key' | 'case_file' | 'deadline' | 'journal' | 'errand'>
}

/** Every case begins alike: where the machine puts it, and what it orders there. Asked once, for the answer is always the same. */
const [{ value, context }, actions] = initialTransition(caseMachine)
const ORDERS = ordersOf(actions)
const SNAPSHOT = { value: JSON.stringify(value), context: JSON.stringify(context), life: caseLife(value) }

/** A case for a report, as rows for the report's own insert. */
export function arrivingCase(house: House, rules: DateRules, arrival: Arrival): Arriving {
  const now = house.clock.town()
  return newCase(house, rules, {
    at: hourOf(now),
    entry: { actor: { kind: 'reporter', id: arrival.report, role: null }, payload: null },
    row: {
      accused: [],
      accused_provisional: arrival.accused,
      accused_people: arrival.accusedPeople,
      no_dispatch: arrival.noDispatch,
      slow_lane: arrival.slowLane,
      received_on: dayOf(now),
    },
  })
}

type Machine = 'id' | 'number' | 'value' | 'context' | 'machine_version' | 'revision' | 'life' | 'due_on' | 'due_name'
type Beginning = {
  at: Date
  entry: Pick<Entry, 'actor' | 'payload'>
  row: Omit<NewCaseRow, Machine>
}

/** A case as rows: itself, its key, its first date, its first journal row, and what is asked for. */
export function newCase({ keys, clock }: House, rules: DateRules, { at, entry, row }: Beginning): Arriving {
  const { id, wrapped, key } = newDataKey(keys)
  const [kind, complexity] = [row.kind ?? null, row.complexity ?? null]
  const from = {
    row: { id, kind, complexity, accepted_on: null, closed_on: null },
    live: [],
    acts: [],
    rules,
    today: dayOf(clock.town()),
  }
  const dates = datesOf(from)
  const errands = carryOut({ id, revision: 1, dates }, ORDERS)
  const { added, next } = dates.written()
  const opened = {
    ...row,
    ...SNAPSHOT,
    id,
    machine_version: CASE_VERSION,
    revision: 1,
    due_on: next?.due_on ?? null,
    due_name: next?.name ?? null,
  }
  const first = {
    ...entry,
    subject: 'case' as const,
    subjectId: id,
    at,
    type: 'opened',
    from: null,
    to: value,
    wrote: wroteOf({ dates: added, columns: row, context }),
  }
  const index = { task: 'index-case', key: `index:${id}:1`, caseId: id, payload: { case: id } } as const
  const rows = {
    data_key: [{ id, purpose: 'case' as const, wrapped }],
    case_file: [opened],
    deadline: added,
    journal: [journalRow(key, first, undefined)],
    // not handed to the queue, but found by its sweep: of a reporter no instant is kept, see `ask`
    errand: [...errands, index].map(errandRow),
  }
  return { id, key, rows }
}
