import { findWrappedKey, listWrappedKeys } from '#db/read/data-keys.ts'
import type { Sealed } from '#db/tables/sealed.ts'
import type { Database } from '#db/transaction.ts'
import { type DataKey, openText, unwrapDataKey } from '#workflows/protection/cipher.ts'
import type { Keys } from '#workflows/protection/keys.ts'

/** Opens cells of one case or typical case. Exists only inside a reading that has checked who asks, and for what. */
export type Cells = { open(table: string, column: string, row: string, sealed: Sealed): string }

/** Where the key was destroyed nothing opens: the subject is erased, and every cell reads as empty. */
const ERASED: Cells = { open: () => '' }

/** The opener of each subject, one unwrapping a subject, in one query. */
export async function cellsOf(db: Database, keys: Keys, ids: readonly string[]): Promise<(id: string) => Cells> {
  const rows = ids.length > 0 ? await listWrappedKeys(db, ids) : []
  const openers = new Map(rows.map(({ id, wrapped }) => [id, opener(unwrapDataKey(keys, id, wrapped))]))
  return (id) => openers.get(id) ?? ERASED
}

const opener = (key: DataKey): Cells => ({
  open: (table, column, row, sealed) => openText(key, { table, column, row }, sealed),
})

/** The key of one case, for what is not text. Same rule: only inside a reading that has checked. */
export async function caseKeyFor({ db, keys }: { db: Database; keys: Keys }, caseId: string): Promise<DataKey> {
  const wrapped = await findWrappedKey(db, caseId)
  if (!wrapped) throw new Error(`the data key of ${caseId} is gone`)
  return unwrapDataKey(keys, caseId, wrapped)
}
