import { randomUUID } from 'node:crypto'
import { type Expression, type SqlBool, sql } from 'kysely'
import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertLook } from '#db/write/looks.ts'
import { keptAway } from '#workflows/assignment/answers.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** The units whose accusation shuts this officer out: their own, and all it answers to. */
export async function keptFrom(house: House, by: Staff): Promise<string[]> {
  return keptAway(await listUnits(house.db), by.unit)
}

/**
 * The one condition every list, count and search of cases carries: a case that accuses one of `away`, by a clerk's
 * word or provisionally, is not there for this officer.
 */
export const mayKnow = (away: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`not (case_file.accused && ${away}::uuid[] or case_file.accused_provisional && ${away}::uuid[])`

/** Writes down that an officer saw a case. The reader calls it itself, so nobody can look unseen. */
export async function recordLook(house: House, by: Staff, caseId: string, page: string): Promise<void> {
  const look = { id: randomUUID(), case_id: caseId, staff_id: by.id, at: house.clock.town(), page }
  await inTransaction(house.db, (tx) => insertLook(tx, look))
}
