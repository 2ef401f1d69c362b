import type { Database, Transaction } from '#db/transaction.ts'

/** Takes a mail for deciding; a second officer waits, and finds it decided. */
export const lockQuarantined = (tx: Transaction, id: string) =>
  tx.selectFrom('quarantine').selectAll().where('mail_id', '=', id).forUpdate().executeTakeFirst()

export async function markDecided(
  tx: Transaction,
  id: string,
  decided: { state: 'released' | 'rejected'; by: string; on: string; grounds?: Buffer; words?: Buffer },
): Promise<void> {
  const { state, by, on, grounds = null, words = null } = decided
  await tx
    .updateTable('quarantine')
    .set((eb) => ({
      state,
      decided_by: by,
      decided_on: on,
      grounds,
      words,
      revision: eb('revision', '+', 1),
    }))
    .where('mail_id', '=', id)
    .execute()
}

/** What became of the mail in the end: a report, or more of one. */
export async function markMailTaken(
  tx: Transaction,
  id: string,
  { outcome, report }: { outcome: 'report' | 'supplement'; report: string },
): Promise<void> {
  await tx.updateTable('mail').set({ outcome, report_id: report }).where('id', '=', id).execute()
}

/** Removes a decided mail itself, and what was said about it; that there was one stays. */
export async function eraseQuarantined(tx: Transaction, id: string, purged_on: string): Promise<void> {
  await tx.deleteFrom('quarantine_chunk').where('mail_id', '=', id).execute()
  await tx
    .updateTable('quarantine')
    .set((eb) => ({ grounds: null, words: null, purged_on, revision: eb('revision', '+', 1) }))
    .where('mail_id', '=', id)
    .execute()
}

/** Destroys the keys of mails that are gone, in every backup too. Needs the owner's connection. */
export async function deleteKeysOfGoneMails(owner: Database): Promise<void> {
  await owner
    .deleteFrom('data_key')
    .where('purpose', '=', 'quarantine')
    .where('id', 'in', (from) => from.selectFrom('quarantine').select('mail_id').where('purged_on', 'is not', null))
    .execute()
}
