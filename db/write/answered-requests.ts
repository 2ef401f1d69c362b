import type { Transaction } from '#db/transaction.ts'

/** Answers given before this day: nobody clicks twice that late. */
export async function deleteAnsweredRequests(tx: Transaction, before: string): Promise<void> {
  await tx.deleteFrom('answered_request').where('on_day', '<', before).execute()
}
