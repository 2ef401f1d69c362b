import { findQuarantined, listLooksAtMail } from '#db/read/quarantine.ts'
import type { House } from '#workflows/house.ts'
import { parse } from '#workflows/parsers/parsers.ts'
import { withoutReceipts } from '#workflows/engine/without-receipts.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { keptFrom, recordLook } from '#workflows/reading/known.ts'
import { mailNumber } from '#workflows/reading/mail-number.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { mailWithoutReceipts } from './accept-mail.ts'
import type { Mail } from './mailbox/read-mail.ts'
import { ownWords } from './mailbox/own-words.ts'
import { rawWords } from './mailbox/raw-words.ts'
import { openQuarantined } from './quarantined-mail.ts'
import { REPORT_LIMITS } from './report.ts'

/** So many letters are shown; nobody reads on where the beginning says nothing. */
const MOST_SHOWN = 50_000
/** What stopped the reader once would stop it again. */
const NOT_READ_AGAIN = ['tooBig', 'tooLong', 'tooMuch', 'tooManyParts']

const NOTHING = Buffer.alloc(0)

export type LookedAt = NonNullable<Awaited<ReturnType<typeof lookAtMail>>>

/**
 * A mail in quarantine as an officer may look at it: words as words, files by name alone, and of its header nothing but
 * the subject, for the rest says who wrote. The look goes on record before anything is opened. Null where there is no
 * such mail, and just so where it names this officer's unit. It is read in a process of its own, as when it came.
 */
export async function lookAtMail(house: House, by: Staff, id: string) {
  const found = await findQuarantined(house.db, id, await keptFrom(house, by))
  if (!found) return null
  await recordLook(house, by, id, 'quarantine')
  const raw = found.purged_on ? NOTHING : await openQuarantined(house.db, house.keys, found)
  const read = raw === NOTHING || NOT_READ_AGAIN.includes(found.reason ?? '') ? null : await readApart(raw, by.id)
  // it is kept as it came: codes are taken out of what is shown
  const mail = read && (await mailWithoutReceipts(house, read))
  const { own, beside } = mail?.text
    ? wordsOf(mail)
    : { own: await withoutReceipts(house, rawWords(raw, MOST_SHOWN)), beside: '' }
  return {
    id,
    number: mailNumber(id),
    /** when its term was over: of what is gone only the rest is shown */
    purgedOn: found.purged_on,
    state: found.state,
    revision: found.revision,
    reason: found.reason,
    size: found.size,
    receivedOn: found.received_on,
    /** false: the reader gave up, and what is shown is the beginning of its body, undecoded */
    read: Boolean(mail?.text),
    subject: tidy(mail?.subject ?? '').slice(0, REPORT_LIMITS.place),
    own: own.slice(0, MOST_SHOWN),
    beside: beside.slice(0, MOST_SHOWN),
    cut: own.length > MOST_SHOWN || beside.length > MOST_SHOWN,
    files: (mail?.files ?? []).map(({ name, type, bytes }) => ({
      name: tidy(name),
      type: tidy(type),
      size: bytes.length,
    })),
    looks: await listLooksAtMail(house.db, id),
  }
}

async function readApart(raw: Buffer, by: string): Promise<Mail | null> {
  const parsed = await parse('mail', raw, { by })
  return 'read' in parsed ? parsed.read.mail : null
}

function wordsOf({ text }: Mail) {
  const stretches = ownWords(text)
  const of = (mine: boolean) =>
    tidy(stretches.flatMap(({ is, text: words }) => ((is === 'own') === mine ? [words] : [])).join('\n'))
  return { own: of(true), beside: of(false) }
}

const tidy = (text: string): string => normalText(text).trim()
