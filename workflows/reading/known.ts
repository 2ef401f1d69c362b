import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertLooks, markNamedNoticesRead, markNoticesAboutRead } from '#db/write/looks.ts'
import { shutsOut } from '#workflows/assignment/answers.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { TO_OVERSIGHT } from '#workflows/notices/catalogue.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** Whose accusation shuts this officer out: their unit's, that of all it answers to, and their own. Goes into `mayKnow` of every list. */
export async function keptFrom(house: House, by: Staff): Promise<string[]> {
  return shutsOut(await listUnits(house.db), by)
}

/**
 * Writes down that an officer saw a case; what they were told about it counts as read. The reader calls it itself, so
 * nobody can look unseen.
 */
export async function recordLook(house: House, by: Staff, caseId: string, page: string): Promise<void> {
  const at = house.clock.town()
  await inTransaction(house.db, async (tx) => {
    await insertLooks(tx, { staff_id: by.id, at, page }, [caseId])
    await markNoticesAboutRead(tx, by.id, caseId, dayOf(at))
  })
}

/** The same of several cases that one page told of, none of them whole. */
export async function recordLooks(house: House, by: Staff, caseIds: readonly string[], page: string): Promise<void> {
  const look = { staff_id: by.id, at: house.clock.town(), page }
  await inTransaction(house.db, (tx) => insertLooks(tx, look, caseIds))
}

/** Whoever has a typical case open needs no notice of it any more. */
export const recordReadingOf = ({ db, clock }: House, by: Staff, typicalCaseId: string): Promise<void> =>
  inTransaction(db, (tx) => markNoticesAboutRead(tx, by.id, typicalCaseId, dayOf(clock.town())))

/** What leads to the supervision screen is read once the screen was. It names no case, so that there is no look to keep. */
export const recordOversight = ({ db, clock }: House, by: Staff): Promise<void> =>
  inTransaction(db, (tx) => markNamedNoticesRead(tx, by.id, TO_OVERSIGHT, dayOf(clock.town())))
