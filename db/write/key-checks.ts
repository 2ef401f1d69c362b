import type { Insertable } from 'kysely'
import type { KeyCheckTable } from '#db/tables/audit.ts'
import type { Database } from '#db/transaction.ts'

/** Keeps checks of keys that had none; what stands is never replaced. */
export async function insertKeyChecks(db: Database, checks: readonly Insertable<KeyCheckTable>[]): Promise<void> {
  if (checks.length === 0) return
  await db
    .insertInto('key_check')
    .values([...checks])
    .onConflict((taken) => taken.doNothing())
    .execute()
}
