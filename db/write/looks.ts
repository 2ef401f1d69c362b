import type { Insertable } from 'kysely'
import type { LookTable } from '../tables/engine.ts'
import type { Transaction } from '../transaction.ts'

export async function insertLook(tx: Transaction, row: Insertable<LookTable>): Promise<void> {
  await tx.insertInto('look').values(row).execute()
}
