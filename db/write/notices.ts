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
