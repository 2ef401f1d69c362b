import type { Transaction } from '#db/transaction.ts'

/** Replaces the search tokens of a case. */
export async function upsertSearchTokens(tx: Transaction, case_id: string, tokens: number[]): Promise<void> {
  await tx
    .insertInto('search.search_tokens')
    .values({ case_id, tokens })
    .onConflict((c) => c.column('case_id').doUpdateSet({ tokens }))
    .execute()
}
