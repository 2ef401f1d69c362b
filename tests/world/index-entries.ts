import { findWrappedKey } from '#db/read/data-keys.ts'
import type { House } from '#workflows/house.ts'
import { unwrapDataKey } from '#workflows/protection/cipher.ts'
import { type IndexEntry, openEntry } from '#workflows/protection/index-entry.ts'

/** What one case is found by, opened as a process opens it; null where it is erased, or not indexed. */
export async function indexEntryOf(
  { db, keys }: Pick<House, 'db' | 'keys'>,
  caseId: string,
): Promise<IndexEntry | null> {
  const wrapped = await findWrappedKey(db, caseId)
  const row = await db.selectFrom('search.case_index').select('sealed').where('case_id', '=', caseId).executeTakeFirst()
  return wrapped && row?.sealed ? openEntry(unwrapDataKey(keys, caseId, wrapped), caseId, row.sealed) : null
}
