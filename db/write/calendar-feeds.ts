import type { Transaction } from '#db/transaction.ts'

/** The address of a calendar from now on; the one before leads nowhere any more. */
export async function putCalendarFeed(
  tx: Transaction,
  row: { staff_id: string; mac: Buffer; made_on: string },
): Promise<void> {
  await tx
    .insertInto('calendar_feed')
    .values(row)
    .onConflict((c) => c.column('staff_id').doUpdateSet({ mac: row.mac, made_on: row.made_on }))
    .execute()
}

/** Whether there was one. */
export async function deleteCalendarFeed(tx: Transaction, staff: string): Promise<boolean> {
  const gone = await tx.deleteFrom('calendar_feed').where('staff_id', '=', staff).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
