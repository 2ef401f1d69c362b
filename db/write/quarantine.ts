import type { Transaction } from '#db/transaction.ts'

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

/** The mail is a report now. */
export async function markMailReported(tx: Transaction, id: string, report_id: string): Promise<void> {
  await tx.updateTable('mail').set({ outcome: 'report', report_id }).where('id', '=', id).execute()
}
