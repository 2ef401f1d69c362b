import { initialTransition } from 'xstate'
import { z } from 'zod'
import type { ArrivalRows } from '#db/write/arrival.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import type { DeadlineName } from '#workflows/case/names.ts'
import { CASE_VERSION, caseLife } from '#workflows/case/versions.ts'
import { dayOf, hourOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, newDataKey } from '#workflows/protection/cipher.ts'
import { earliestOwed, newDate } from './dates.ts'
import { errandRow } from './errands.ts'
import { firstJournalRow } from './journal.ts'
import { noticeErrand } from './orders.ts'
import { order } from './procedure.ts'

type DateRules = Parameters<typeof newDate>[0]
/** What is known of a case on arrival; everything said in it is sealed under the key that comes back. */
export type Arrival = { accused: string[]; noDispatch: boolean; slowLane: boolean; report: string }

/** A case not stored yet: what it is stored as, beside its report. */
type Arriving = {
  id: string
  key: DataKey
  rows: Pick<ArrivalRows, 'data_key' | 'case_file' | 'deadline' | 'journal' | 'errand'>
}

/** Every case begins alike: where the machine puts it, and what it orders there. Asked once, for the answer is always the same. */
const [{ value, context }, actions] = initialTransition(caseMachine)
const ORDERS = z.array(order).parse(actions)
const SNAPSHOT = { value: JSON.stringify(value), context: JSON.stringify(context), life: caseLife(value) }

/** A case for a report, as rows for the report's own insert: the case, its key, its first date, its first journal row. */
export function arrivingCase({ keys, clock }: House, rules: DateRules, arrival: Arrival): Arriving {
  const now = clock.town()
  const today = dayOf(now)
  const { id, wrapped, key } = newDataKey(keys)
  const { dates, errands } = ordered(rules, id, today)
  const next = earliestOwed(dates)
  const opened = {
    ...SNAPSHOT,
    id,
    machine_version: CASE_VERSION,
    revision: 1,
    accused: [],
    accused_provisional: arrival.accused,
    no_dispatch: arrival.noDispatch,
    slow_lane: arrival.slowLane,
    received_on: today,
    due_on: next?.due_on ?? null,
    due_name: next?.name ?? null,
  }
  const entry = firstJournalRow(key, {
    subject: 'case',
    subjectId: id,
    at: hourOf(now),
    actor: { kind: 'reporter', id: arrival.report, role: null },
    type: 'opened',
    from: null,
    to: value,
    payload: null,
  })
  const index = { task: 'index-case', key: `index:${id}:1`, caseId: id, payload: { case: id } } as const
  const rows = {
    data_key: [{ id, purpose: 'case' as const, wrapped }],
    case_file: [opened],
    deadline: dates,
    journal: [entry],
    // not handed to the queue: of a reporter no instant is kept, see `ask`
    errand: [...errands, index].map(errandRow),
  }
  return { id, key, rows }
}

/** What `carryOut` makes of the same orders, for a case of which there is nothing yet. */
function ordered(rules: DateRules, id: string, today: string) {
  const dates = ORDERS.filter(({ type }) => type === 'setDeadline').map(({ params }) =>
    newDate(rules, { id, kind: null, complexity: null }, { name: params.deadline as DeadlineName, track: null, today }),
  )
  const errands = ORDERS.filter(({ type }) => type === 'notice').map(({ params }) =>
    noticeErrand(id, 1, params.notice ?? '', null),
  )
  if (dates.length + errands.length < ORDERS.length) throw new Error('the engine does not know how a case begins')
  return { dates, errands }
}
