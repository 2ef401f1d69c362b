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
import type { Actor } from '#workflows/roles/roles.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'
import { TYPICAL_CASE_VERSION, typicalCaseLife } from '#workflows/typical-case/versions.ts'
import { ask } from './errands.ts'
import { beginJournal } from './journal.ts'
import { carryOut } from './orders.ts'
import { order } from './procedure.ts'

/** What is known of a case on arrival; everything said in it is sealed under the key that comes back. */
export type Arrival = { accused: string[]; noDispatch: boolean; slowLane: boolean; report: string }

/** Opens a case for a report in the report's own transaction: its row, its key, its first date, its first journal row. */
export async function openCase(house: House, tx: Transaction, arrival: Arrival): Promise<{ id: string; key: DataKey }> {
  const now = house.clock.town()
  const today = dayOf(now)
  const { id, wrapped, key } = newDataKey(house.keys)
  const [snapshot, actions] = initialTransition(caseMachine)
  const by: Actor = { kind: 'reporter', report: arrival.report }
  await insertDataKey(tx, { id, purpose: 'case', wrapped })
  const row = await insertNumbered(tx, today, {
    id,
    value: JSON.stringify(snapshot.value),
    context: JSON.stringify(snapshot.context),
    machine_version: CASE_VERSION,
    revision: 1,
    life: caseLife(snapshot.value),
    accused: [],
    accused_provisional: arrival.accused,
    no_dispatch: arrival.noDispatch,
    slow_lane: arrival.slowLane,
    received_on: today,
  })
  await carryOut({ house, tx, row, by, revision: 1 }, z.array(order).parse(actions))
  await beginJournal(tx, key, {
    subject: 'case',
    subjectId: id,
    at: hourOf(now),
    actor: { kind: 'reporter', id: arrival.report, role: null },
    type: 'opened',
    from: null,
    to: snapshot.value,
    payload: null,
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
