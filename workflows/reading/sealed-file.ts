import { findCaseFile } from '#db/read/case-file.ts'
import { findFile, listChunks } from '#db/read/files.ts'
import { chunkPlace } from '#workflows/protection/chunk-place.ts'
import type { House } from '#workflows/house.ts'
import { openBytes, openText } from '#workflows/protection/cipher.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { caseKeyFor } from './cells.ts'
import { keptFrom, recordLook } from './known.ts'
import { openTo } from './need-to-know.ts'

/** Who works with the reporter's own words works with their files. */
const READERS: readonly Role[] = ['clerk', 'verifier', 'reviewer', 'head', 'disciplineLiaison']

export type OpenedFile = { name: string; bytes: Buffer }

/**
 * A reporter's file as it was sent: not cleaned, and therefore for the office alone. Null where there is none, and just
 * so where this officer may not know of its case; `reason` where the case opens by one alone. The look goes on record before
 * a byte leaves.
 */
export async function readSealedFile(
  house: House,
  by: Staff,
  caseId: string,
  fileId: string,
): Promise<OpenedFile | 'reason' | null> {
  if (!by.roles.some((role) => READERS.includes(role))) return null
  const found = await findFile(house.db, fileId)
  if (!found || found.case_id !== caseId) return null
  if (!(await findCaseFile(house.db, caseId, await keptFrom(house, by)))) return null
  if (!(await openTo(house, house.db, by, [caseId]))(caseId)) return 'reason'
  await recordLook(house, by, caseId, 'file')
  const key = await caseKeyFor(house, caseId)
  const chunks = await listChunks(house.db, fileId)
  if (chunks.length !== found.chunks) throw new Error('a file is not whole')
  const parts = chunks.map(({ position, bytes }) =>
    openBytes(key, chunkPlace(fileId, position, position === found.chunks - 1), bytes),
  )
  return {
    name: openText(key, { table: 'file', column: 'name', row: fileId }, found.name),
    bytes: Buffer.concat(parts),
  }
}
