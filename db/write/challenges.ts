import type { Transaction } from '#db/transaction.ts'

/** Challenges that have run out need no remembering. */
export async function deleteExpiredChallenges(tx: Transaction, now: Date): Promise<void> {
  await tx.deleteFrom('used_challenge').where('expires_at', '<', now).execute()
}
