import type { Database } from '#db/transaction.ts'
import { findWrappedKey } from '#db/read/data-keys.ts'
import { type DataKey, unwrapDataKey } from '#workflows/protection/cipher.ts'
import type { Keys } from '#workflows/protection/keys.ts'

/** The data key under which everything said in one case is sealed. Throws where the key was destroyed: the case is erased. */
export async function caseKey(db: Database, keys: Keys, caseId: string): Promise<DataKey> {
  const wrapped = await findWrappedKey(db, caseId)
  if (!wrapped) throw new Error(`the data key of ${caseId} is gone`)
  return unwrapDataKey(keys, caseId, wrapped)
}
