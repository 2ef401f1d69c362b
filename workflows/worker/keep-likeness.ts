import type { Transaction } from '#db/transaction.ts'
import { deleteLikeness, upsertLikeness } from '#db/write/likeness.ts'
import { indexTokens } from '#workflows/protection/blind-index.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { likenessOf } from '#workflows/protection/likeness.ts'

/**
 * Writes by what cases are compared: the report itself, in the reporter's words. What the office and the units write
 * later is alike in all cases.
 */
export async function keepLikeness(
  tx: Transaction,
  keys: Keys,
  cases: readonly { id: string; reported: string }[],
): Promise<void> {
  const found = cases.map(({ id, reported }) => ({ id, likeness: likenessOf(keys, indexTokens(keys, reported)) }))
  await upsertLikeness(
    tx,
    found.flatMap(({ id, likeness }) => (likeness ? [{ case_id: id, ...likeness }] : [])),
  )
  await deleteLikeness(
    tx,
    found.flatMap(({ id, likeness }) => (likeness ? [] : [id])),
  )
}
