import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertLooks } from '#db/write/looks.ts'
import { keptAway } from '#workflows/assignment/answers.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** The units whose accusation shuts this officer out: their own, and all it answers to. Goes into `mayKnow` of every list. */
export async function keptFrom(house: House, by: Staff): Promise<string[]> {
  return keptAway(await listUnits(house.db), by.unit)
}

/** Writes down that an officer saw a case. The reader calls it itself, so nobody can look unseen. */
export const recordLook = (house: House, by: Staff, caseId: string, page: string): Promise<void> =>
  recordLooks(house, by, [caseId], page)

/** The same of several cases that one page told of. */
export async function recordLooks(house: House, by: Staff, caseIds: readonly string[], page: string): Promise<void> {
  const look = { staff_id: by.id, at: house.clock.town(), page }
  await inTransaction(house.db, (tx) => insertLooks(tx, look, caseIds))
}
