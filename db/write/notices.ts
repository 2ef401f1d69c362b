import type { Insertable } from 'kysely'
import type { NoticeTable } from '#db/tables/notice.ts'
import type { Transaction } from '#db/transaction.ts'

/** All that an officer has not read counts as read. */
export async function markAllNoticesRead(tx: Transaction, staffId: string, day: string): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ read_on: day })
    .where('staff_id', '=', staffId)
    .where('read_on', 'is', null)
    .execute()
}

/** One row per errand and person; a repeated errand finds its rows already there, as they are. */
export async function insertNotice(tx: Transaction, row: Insertable<NoticeTable>): Promise<void> {
  await tx
    .insertInto('notice')
    .values(row)
    .onConflict((c) => c.columns(['errand_id', 'staff_id']).doNothing())
    .execute()
}
