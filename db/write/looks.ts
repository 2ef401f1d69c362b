import type { Insertable } from 'kysely'
import type { LookTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

/** Writes down that somebody saw these cases. */
export async function insertLooks(tx: Transaction, looks: readonly Insertable<LookTable>[]): Promise<void> {
  if (looks.length > 0) await tx.insertInto('look').values(looks).execute()
}
