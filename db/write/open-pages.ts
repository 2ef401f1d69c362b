import type { Insertable } from 'kysely'
import type { OpenPageTable } from '#db/tables/together.ts'
import type { Transaction } from '#db/transaction.ts'

/** Notes that a page is open. One that was last seen before `gone` was closed meanwhile: it is open anew. */
export async function upsertOpenPage(tx: Transaction, row: Insertable<OpenPageTable>, gone: Date): Promise<void> {
  await tx
    .deleteFrom('open_page')
    .where('case_id', '=', row.case_id)
    .where('staff_id', '=', row.staff_id)
    .where('seen_at', '<', gone)
    .execute()
  await tx
    .insertInto('open_page')
    .values(row)
    .onConflict((open) => open.columns(['case_id', 'staff_id']).doUpdateSet({ seen_at: row.seen_at }))
    .execute()
}

export async function deleteOpenPage(tx: Transaction, caseId: string, staffId: string): Promise<void> {
  await tx.deleteFrom('open_page').where('case_id', '=', caseId).where('staff_id', '=', staffId).execute()
}

/** Pages nobody has been seen at since. */
export async function deleteGonePages(tx: Transaction, gone: Date): Promise<void> {
  await tx.deleteFrom('open_page').where('seen_at', '<', gone).execute()
}
