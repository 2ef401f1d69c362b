import { listSetUpTogether } from '#db/read/accounts.ts'
import { findSituation, type StoredSituation } from '#db/read/situation.ts'
import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import { findLastBrief } from '#db/write/office.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, unwrapDataKey } from '#workflows/protection/cipher.ts'
import { newSince } from './new-since.ts'
import { knownRules } from './known-rules.ts'

/**
 * What is stored about a case, read when first asked for and then kept: a page that asks the machine about every act asks
 * for the same things many times. `held`: what came with the case when it was locked.
 */
export function situationOf(house: House, tx: Transaction, row: Pick<CaseRow, 'id'>, held?: StoredSituation) {
  const stored = once(async () => held ?? (await findSituation(tx, row.id)))
  const together = new Map<string, Promise<string[]>>()
  const rules = once(async () => knownRules(house, { db: tx, settings: (await stored()).settings }))
  return {
    acts: async () => (await stored()).acts,
    letters: async () => (await stored()).letters,
    dates: async () => (await stored()).dates,
    /** the end of its journal, which the next row links to */
    last: async () => {
      const { acts, hash } = await stored()
      return hash ? { seq: acts.at(-1)?.seq ?? 0, hash } : undefined
    },
    /** Throws where the key was destroyed: the case is erased. */
    key: once(async (): Promise<DataKey> => {
      const { wrapped } = await stored()
      if (!wrapped) throw new Error(`the data key of ${row.id} is gone`)
      return unwrapDataKey(house.keys, row.id, wrapped)
    }),
    rules,
    units: async () => (await rules()).units,
    brief: once(() => findLastBrief(tx, row.id)),
    /** accounts that count as the same person as this one in an act of two, while one of them is new */
    setUpWith: (staffId: string): Promise<string[]> => {
      const known = together.get(staffId) ?? listSetUpTogether(tx, staffId, newSince(house))
      together.set(staffId, known)
      return known
    },
  }
}
export type Situation = ReturnType<typeof situationOf>

export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= read()
    return kept
  }
}
