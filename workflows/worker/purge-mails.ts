import { listDecidedMails } from '#db/read/quarantine.ts'
import { type Database, inTransaction } from '#db/transaction.ts'
import { deleteKeysOfGoneMails, eraseQuarantined, lockQuarantined } from '#db/write/quarantine.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import { appendToJournal } from '#workflows/engine/journal.ts'
import type { House } from '#workflows/house.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'

/** So long after it was decided an auditor may still see what was in a mail: a quarter. */
const KEPT_DAYS = 90
const PAGE = 100

/**
 * Destroys mails that were decided in quarantine a quarter ago, each with an entry on its record: the mail, why it was
 * rejected, and the key of both. Its mark, its outcome and who decided stay, so that what came in can still be counted
 * out. Where there is no vault, the only original of a released mail is here, and stays. `owner` destroys keys, which
 * nobody else may. Answers with how many there were.
 */
export async function purgeMails(house: House, owner: Database): Promise<number> {
  const { db, keys, clock } = house
  const today = dayOf(clock.town())
  const asked = { day: addDays(today, -KEPT_DAYS), released: vaultPublicKey(keys) !== null, limit: PAGE }
  let gone = 0
  for (;;) {
    const mails = await listDecidedMails(db, asked)
    for (const { id } of mails)
      await inTransaction(db, async (tx) => {
        const row = await lockQuarantined(tx, id)
        // another worker was quicker
        if (!row || row.purged_on !== null) return
        await eraseQuarantined(tx, id, today)
        await appendToJournal(tx, null, {
          ...{ subject: 'mail', subjectId: id, at: clock.town(), actor: { kind: 'clock', id: null, role: null } },
          ...{ type: 'purgeMail', from: row.state, to: 'purged', payload: null },
        })
        gone += 1
      })
    if (mails.length < PAGE) break
  }
  await deleteKeysOfGoneMails(owner)
  return gone
}
