import type { Insertable } from 'kysely'
import type { OutgoingMailTable } from '#db/tables/mailbox.ts'
import type { Transaction } from '#db/transaction.ts'

/** The same key is the same mail: a repeated errand finds its row there, with its Message-ID. */
export async function insertOutgoingMail(tx: Transaction, row: Insertable<OutgoingMailTable>): Promise<void> {
  await tx
    .insertInto('outgoing_mail')
    .values(row)
    .onConflict((c) => c.column('key').doNothing())
    .execute()
}

export async function markOutgoingSent(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('outgoing_mail')
    .set((eb) => ({ sent: true, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
export async function markOutgoingTried(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('outgoing_mail')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** This one mail is given up. */
export async function deleteOutgoing(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('outgoing_mail').where('id', '=', id).execute()
}

/** Whatever else changes, the address stays what it is: sealed anew without what is not needed any more. */
export async function putPostbox(tx: Transaction, report_id: string, sealed: Buffer): Promise<void> {
  await tx.updateTable('postbox').set({ sealed }).where('report_id', '=', report_id).execute()
}

/** Nothing is sent to this report's sender any more, and the clerk reads why. */
export async function closePostbox(tx: Transaction, report: string, unanswered: string): Promise<void> {
  await deletePostboxes(tx, [report])
  await tx.updateTable('report').set({ unanswered }).where('id', '=', report).execute()
}

/** Address, link and mails of these reports: what was only there to reach their senders. */
export async function deletePostboxes(tx: Transaction, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return
  for (const table of ['outgoing_mail', 'mail_link', 'postbox'] as const)
    await tx.deleteFrom(table).where('report_id', 'in', reports).execute()
}

/** Counts one more acknowledgement to whoever bears this mark; answers with how many it makes. */
export async function countAnswered(tx: Transaction, mark: Buffer, on_day: string): Promise<number> {
  const { times } = await tx
    .insertInto('answered_mailbox')
    .values({ mark, on_day, times: 1 })
    .onConflict((c) => c.column('mark').doUpdateSet((eb) => ({ times: eb('answered_mailbox.times', '+', 1) })))
    .returning('times')
    .executeTakeFirstOrThrow()
  return times
}
export async function deleteAnsweredBefore(tx: Transaction, day: string): Promise<void> {
  await tx.deleteFrom('answered_mailbox').where('on_day', '<', day).execute()
}

/** Uses the link of the report with this code, if it is unused and not over before `today`: true once, for one of two at once. */
export async function takeMailLink(tx: Transaction, receiptMac: Buffer, today: string): Promise<boolean> {
  const taken = await tx
    .updateTable('mail_link')
    .from('report')
    .set({ used: true })
    .whereRef('report.id', '=', 'mail_link.report_id')
    .where('report.receipt_mac', '=', receiptMac)
    .where('mail_link.used', '=', false)
    .where('mail_link.expires_on', '>=', today)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
/** Links that show nothing any more: used, or over before `today`. */
export async function deleteSpentLinks(tx: Transaction, today: string): Promise<void> {
  await tx
    .deleteFrom('mail_link')
    .where((any) => any.or([any('used', '=', true), any('expires_on', '<', today)]))
    .execute()
}
