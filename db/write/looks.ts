import type { Insertable } from 'kysely'
import type { LookTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertLook(tx: Transaction, row: Insertable<LookTable>): Promise<void> {
  await tx.insertInto('look').values(row).execute()
}
