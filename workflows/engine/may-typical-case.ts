import type { Transaction } from '#db/transaction.ts'
import type { TypicalCaseRow } from '#db/write/typical-cases.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import type { TypicalCaseEvent, TypicalCaseEventType } from '#workflows/typical-case/events.ts'
import { TYPICAL_CASE_VARIANTS } from '#workflows/typical-case/variants.ts'
import { typicalCaseProcedure } from './typical-case-procedure.ts'

/** What an officer may do now, and what somebody else must do because they wrote some of it themselves. */
export type TypicalCaseActs = { open: TypicalCaseEventType[]; another: TypicalCaseEventType[] }

/** Asks the machine about every act, as `step` would judge it. Writes nothing. */
export async function possibleTypicalCaseActs(house: House, tx: Transaction, row: TypicalCaseRow, by: Staff) {
  const acts: TypicalCaseActs = { open: [], another: [] }
  for (const [event] of Object.values(TYPICAL_CASE_VARIANTS) as (readonly TypicalCaseEvent[])[]) {
    if (!event) continue
    const senders = typicalCaseProcedure.permissions[event.type] ?? []
    const standing = await typicalCaseProcedure.standing({ house, tx, row, event, by, situation: null }, senders)
    if ('refused' in standing) continue
    const answer = await typicalCaseProcedure.judge({ house, tx, row, event, by, role: standing.as, situation: null })
    if (answer.taken) acts.open.push(event.type)
    else if (answer.code === 'second-person') acts.another.push(event.type)
  }
  return acts
}
