import type { Transaction } from '#db/transaction.ts'

/** Takes a solved challenge. Returns false where it was taken before. */
export async function markChallengeUsed(
  tx: Transaction,
  challenge: { digest: Buffer; expires: Date },
): Promise<boolean> {
  const written = await tx
    .insertInto('used_challenge')
    .values({ digest: challenge.digest, expires_at: challenge.expires })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) === 1
}

/** Challenges that have run out need no remembering. */
export async function deleteExpiredChallenges(tx: Transaction, now: Date): Promise<void> {
  await tx.deleteFrom('used_challenge').where('expires_at', '<', now).execute()
}
