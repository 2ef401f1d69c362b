import { inTransaction } from '#db/transaction.ts'
import { insertMail, insertQuarantine, insertQuarantineChunk } from '#db/write/mail.ts'
import { type Accusal, type Known, whomItAccuses, whomItGivesAway } from '#workflows/assignment/whom-it-accuses.ts'
import { dayOf } from '#workflows/clock.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'
import { newDataKey, sealBytes } from '#workflows/protection/cipher.ts'
import { quarantinePlace } from '#workflows/protection/chunk-place.ts'
import type { QuarantineReason } from './mailbox/what-it-is.ts'

const CHUNK = 256 * 1024
/** Of a mail that could not be read, so much is looked through for names, in bytes. */
const LOOKED_AT = 256 * 1024

/**
 * Keeps a mail as it came for people to look at, sealed under a key of its own, and answers with its id. `words`: what
 * could be read of it, if anything; whoever belongs to a unit it names, or is accused by name, will not see it. In one transaction; throws a
 * violation of `mail_mark_key` for a mail that came before.
 */
export async function quarantine(
  house: House,
  { mark, raw, reason, words }: { mark: Buffer; raw: Buffer; reason: QuarantineReason; words: string | null },
): Promise<string> {
  const rules = await knownRules(house)
  const { units, people } = words === null ? guessed(rules, raw) : whomItAccuses(rules, words)
  const accused = [...units, ...people]
  const { id, wrapped, key } = newDataKey(house.keys)
  const received_on = dayOf(house.clock.town())
  const chunks = Math.max(1, Math.ceil(raw.length / CHUNK))
  await inTransaction(house.db, async (tx) => {
    await insertMail(tx, { id, mark, outcome: 'quarantined', reason, report_id: null, received_on })
    const row = { mail_id: id, received_on, size: raw.length, chunks, accused, state: 'waiting' as const }
    await insertQuarantine(tx, row, { id, purpose: 'quarantine', wrapped })
    for (let position = 0; position < chunks; position++) {
      const part = raw.subarray(position * CHUNK, (position + 1) * CHUNK)
      const bytes = sealBytes(key, quarantinePlace(id, position, position === chunks - 1), part)
      await insertQuarantineChunk(tx, { mail_id: id, position, bytes })
    }
  })
  return id
}

/** Its beginning in the encodings that Chinese mail is written in. The office is taken for whom it was written to. */
function guessed(rules: Known, raw: Buffer): Accusal {
  const found = ['utf-8', 'gb18030'].map((encoding) =>
    whomItGivesAway(rules, new TextDecoder(encoding).decode(raw.subarray(0, LOOKED_AT))),
  )
  return { units: found.flatMap(({ units }) => units), people: found.flatMap(({ people }) => people) }
}
