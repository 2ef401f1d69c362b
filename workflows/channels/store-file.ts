import { randomUUID } from 'node:crypto'
import type { Transaction } from '#db/transaction.ts'
import { insertFile, insertFileChunk } from '#db/write/reports.ts'
import { type DataKey, sealBytes, sealText } from '#workflows/protection/cipher.ts'
import { chunkPlace } from '#workflows/protection/chunk-place.ts'
import { fileName } from './file-name.ts'
import type { IncomingFile } from './report.ts'

const CHUNK = 256 * 1024

export type FileOwner = { caseId: string; owner: 'report' | 'message' | 'result'; ownerId: string }

/**
 * Seals a file into chunks under the case's key. Each chunk is bound to its file, its position and whether it is the
 * last, so that none can be moved, swapped or cut off unseen.
 */
export async function storeFile(tx: Transaction, key: DataKey, to: FileOwner, file: IncomingFile): Promise<string> {
  const id = randomUUID()
  const chunks = Math.max(1, Math.ceil(file.bytes.length / CHUNK))
  const name = fileName(file.name)
  await insertFile(tx, {
    id,
    case_id: to.caseId,
    owner: to.owner,
    owner_id: to.ownerId,
    name: sealText(key, { table: 'file', column: 'name', row: id }, name),
    type: file.type,
    size: file.bytes.length,
    chunks,
  })
  for (let position = 0; position < chunks; position++) {
    const part = file.bytes.subarray(position * CHUNK, (position + 1) * CHUNK)
    const bytes = sealBytes(key, chunkPlace(id, position, position === chunks - 1), part)
    await insertFileChunk(tx, { file_id: id, position, bytes })
  }
  return id
}
