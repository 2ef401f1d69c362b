import type { Updateable } from 'kysely'
import type { KindTable } from '#db/tables/unit.ts'
import type { Transaction } from '#db/transaction.ts'

export async function markKindChanged(tx: Transaction, code: string, change: Updateable<KindTable>): Promise<void> {
  await tx.updateTable('kind').set(change).where('code', '=', code).execute()
}
