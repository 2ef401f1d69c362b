import { initialTransition } from 'xstate'
import { findTownValue } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import { insertArrivals } from '#db/write/arrival.ts'
import { type CaseRow, insertDataKey } from '#db/write/cases.ts'
import { insertTypicalCase, insertTypicalCaseSource } from '#db/write/typical-cases.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, newDataKey, sealText } from '#workflows/protection/cipher.ts'
import type { Actor, Staff } from '#workflows/roles/roles.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'
import { TYPICAL_CASE_VERSION, typicalCaseLife } from '#workflows/typical-case/versions.ts'
import { newCase } from './arriving-case.ts'
import { caseNumbers } from './case-number.ts'
import { appendToJournal } from './journal.ts'
import { knownRules } from './known-rules.ts'

/** Opens a case for the second matter of a report: received with the first, and kept from the same people. */
export async function openSplit(
  house: House,
  tx: Transaction,
  by: Staff,
  { first, kind, role }: { first: CaseRow; kind: string; role: string },
): Promise<{ id: string; key: DataKey }> {
  const settings = Number((await findTownValue(tx, 'settingsRevision')) ?? 0)
  const rules = await knownRules(house, { db: tx, settings })
  const { id, key, rows } = newCase(house, rules, {
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
  const numbers = caseNumbers(first.received_on)
  await insertArrivals(tx, [{ rows: { used_challenge: [], report: [], ...rows }, numbers }], rules.settings)
  return { id, key }
}

/** Begins a typical case from the cases an editor picked. */
export async function openTypicalCase(
  house: House,
  tx: Transaction,
  by: Extract<Actor, { kind: 'staff' }>,
  draft: { title: string; body: string; sources: string[]; settled?: unknown },
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
  await appendToJournal(tx, key, {
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
