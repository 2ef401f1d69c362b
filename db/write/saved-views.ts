import type { Insertable } from 'kysely'
import type { SavedViewTable } from '#db/tables/together.ts'
import type { Transaction } from '#db/transaction.ts'

/** Makes the officer's other windows wait: what is counted and ordered under it stays as it was read. */
export async function lockViewsOf(tx: Transaction, staffId: string): Promise<void> {
  await tx.selectFrom('staff').select('id').where('id', '=', staffId).forNoKeyUpdate().executeTakeFirst()
}

export async function insertSavedView(tx: Transaction, row: Insertable<SavedViewTable>): Promise<void> {
  await tx.insertInto('saved_view').values(row).execute()
}

export async function changeSavedView(
  tx: Transaction,
  { id, staffId }: { id: string; staffId: string },
  change: { view?: Buffer; position?: number },
): Promise<void> {
  await tx.updateTable('saved_view').set(change).where('id', '=', id).where('staff_id', '=', staffId).execute()
}

export async function deleteSavedView(
  tx: Transaction,
  { id, staffId }: { id: string; staffId: string },
): Promise<void> {
  await tx.deleteFrom('saved_view').where('id', '=', id).where('staff_id', '=', staffId).execute()
}
