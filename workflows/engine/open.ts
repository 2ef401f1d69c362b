import { randomInt } from 'node:crypto'
import { initialTransition } from 'xstate'
import { z } from 'zod'
import type { Transaction } from '#db/transaction.ts'
import { type CaseRow, insertCase, insertDataKey } from '#db/write/cases.ts'
import { insertTypicalCase, insertTypicalCaseSource } from '#db/write/typical-cases.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { CASE_VERSION, caseLife } from '#workflows/case/versions.ts'
import { type Day, dayOf, hourOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, newDataKey, sealText } from '#workflows/protection/cipher.ts'
import type { Actor, Staff } from '#workflows/roles/roles.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'
import { TYPICAL_CASE_VERSION, typicalCaseLife } from '#workflows/typical-case/versions.ts'
import { ask } from './errands.ts'
import { beginJournal } from './journal.ts'
import { carryOut } from './orders.ts'
import { order } from './procedure.ts'

/** What is known of a case on arrival; everything said in it is sealed under the key that comes back. */
export type Arrival = { accused: string[]; noDispatch: boolean; slowLane: boolean; report: string }

/** Opens a case for a report in the report's own transaction: its row, its key, its first date, its first journal row. */
export function openCase(house: House, tx: Transaction, arrival: Arrival): Promise<Opened> {
  const now = house.clock.town()
  return begin(house, tx, {
    by: { kind: 'reporter', report: arrival.report },
    at: hourOf(now),
    entry: { actor: { kind: 'reporter', id: arrival.report, role: null }, payload: null },
    row: {
      accused: [],
      accused_provisional: arrival.accused,
      no_dispatch: arrival.noDispatch,
      slow_lane: arrival.slowLane,
      received_on: dayOf(now),
    },
  })
}

/** Opens a case for the second matter of a report: received with the first, and kept from the same people. */
export function openSplit(
  house: House,
  tx: Transaction,
  by: Staff,
  { first, kind, role }: { first: CaseRow; kind: string; role: string },
): Promise<Opened> {
  return begin(house, tx, {
    by,
    at: house.clock.town(),
    entry: { actor: { kind: 'staff', id: by.id, role }, payload: { splitFrom: first.id } },
    row: {
      kind,
      split_from: first.id,
      place_unit: first.place_unit,
      accused: first.accused,
      accused_provisional: first.accused_provisional,
      no_dispatch: first.no_dispatch,
      slow_lane: first.slow_lane,
      received_on: first.received_on,
    },
  })
}

export type Opened = { id: string; key: DataKey }
type Machine = 'id' | 'number' | 'value' | 'context' | 'machine_version' | 'revision' | 'life'
type Beginning = {
  by: Actor
  at: Date
  entry: Pick<Parameters<typeof beginJournal>[2], 'actor' | 'payload'>
  row: Omit<Parameters<typeof insertCase>[1], Machine>
}

async function begin(house: House, tx: Transaction, { by, at, entry, row: told }: Beginning): Promise<Opened> {
  const { id, wrapped, key } = newDataKey(house.keys)
  const [snapshot, actions] = initialTransition(caseMachine)
  await insertDataKey(tx, { id, purpose: 'case', wrapped })
  const row = await insertNumbered(tx, told.received_on, {
    ...told,
    id,
    value: JSON.stringify(snapshot.value),
    context: JSON.stringify(snapshot.context),
    machine_version: CASE_VERSION,
    revision: 1,
    life: caseLife(snapshot.value),
  })
  await carryOut({ house, tx, row, by, revision: 1 }, z.array(order).parse(actions))
  await beginJournal(tx, key, {
    ...entry,
    subject: 'case',
    subjectId: id,
    at,
    type: 'opened',
    from: null,
    to: snapshot.value,
  })
  await ask(tx, by, { task: 'index-case', key: `index:${id}:1`, caseId: id, payload: { case: id } })
  return { id, key }
}

/** `2026-1012-4837`: the day of receipt and four random digits, so that numbers do not tell the order of arrival. */
async function insertNumbered(
  tx: Transaction,
  today: Day,
  row: Omit<Parameters<typeof insertCase>[1], 'number'>,
): Promise<CaseRow> {
  const day = `${today.slice(0, 4)}-${today.slice(5, 7)}${today.slice(8, 10)}`
  for (let attempt = 0; ; attempt++) {
    // a day that fills up gets longer numbers instead of waiting for luck
    const digits = 4 + Math.floor(attempt / 5)
    const number = `${day}-${String(randomInt(10 ** digits)).padStart(digits, '0')}`
    const written = await insertCase(tx, { ...row, number })
    if (written) return written
  }
}

/** Begins a typical case from the cases an editor picked. */
export async function openTypicalCase(
  house: House,
  tx: Transaction,
  by: Extract<Actor, { kind: 'staff' }>,
  draft: { title: string; body: string; sources: string[] },
): Promise<string> {
  const now = house.clock.town()
  const { id, wrapped, key } = newDataKey(house.keys)
  const [snapshot] = initialTransition(typicalCaseMachine)
  await insertDataKey(tx, { id, purpose: 'typicalCase', wrapped })
  await insertTypicalCase(tx, {
    id,
    slug: null,
    value: JSON.stringify(snapshot.value),
    context: JSON.stringify(snapshot.context),
    machine_version: TYPICAL_CASE_VERSION,
    revision: 1,
    life: typicalCaseLife(snapshot.value),
    title: sealText(key, { table: 'typical_case', column: 'title', row: id }, draft.title),
    body: sealText(key, { table: 'typical_case', column: 'body', row: id }, draft.body),
    authors: [by.id],
    approved_by: null,
  })
  for (const source of draft.sources) await insertTypicalCaseSource(tx, id, source)
  await beginJournal(tx, key, {
    subject: 'typicalCase',
    subjectId: id,
    at: now,
    actor: { kind: 'staff', id: by.id, role: 'editor' },
    type: 'opened',
    from: null,
    to: snapshot.value,
    payload: draft,
  })
  return id
}
