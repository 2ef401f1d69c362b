import { listQuarantineChunks } from '#db/read/quarantine.ts'
import type { Database } from '#db/transaction.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import type { House } from '#workflows/house.ts'
import { openBytes } from '#workflows/protection/cipher.ts'
import { quarantinePlace } from '#workflows/protection/chunk-place.ts'

/** A mail that was set aside, as it came. Throws where a piece of it is missing. */
export async function openQuarantined(
  db: Database,
  keys: House['keys'],
  { mail_id, chunks }: { mail_id: string; chunks: number },
): Promise<Buffer> {
  const key = await caseKey(db, keys, mail_id)
  const parts = await listQuarantineChunks(db, mail_id)
  if (parts.length !== chunks) throw new Error('a mail in quarantine is not whole')
  return Buffer.concat(
    parts.map(({ position, bytes }) =>
      openBytes(key, quarantinePlace(mail_id, position, position === chunks - 1), bytes),
    ),
  )
}
