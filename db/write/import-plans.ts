import type { Insertable } from 'kysely'
import type { ImportPlanTable } from '#db/tables/settings.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertPlan(tx: Transaction, row: Insertable<ImportPlanTable>): Promise<void> {
  await tx.insertInto('import_plan').values(row).execute()
}

/** The plan somebody made and nobody has carried out yet, held until the transaction ends. */
export const lockOpenPlan = (tx: Transaction, id: string, by: string) =>
  tx
    .selectFrom('import_plan')
    .select(['id', 'subject', 'made_at', 'plan'])
    .where('id', '=', id)
    .where('by', '=', by)
    .where('done', '=', false)
    .forUpdate()
    .executeTakeFirst()

export async function markPlanDone(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('import_plan').set({ done: true }).where('id', '=', id).execute()
}

export async function deletePlansBefore(tx: Transaction, madeBefore: Date): Promise<void> {
  await tx.deleteFrom('import_plan').where('made_at', '<', madeBefore).execute()
}
