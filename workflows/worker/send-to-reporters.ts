import { listUnsentToReporters } from '#db/read/reporter-mails.ts'
import { inTransaction } from '#db/transaction.ts'
import {
  closePostbox,
  countAnswered,
  deleteOutgoing,
  markOutgoingSent,
  markOutgoingTried,
  putPostbox,
} from '#db/write/reporter-mails.ts'
import type { Unanswered } from '#workflows/channels/answer-address.ts'
import { ownAddresses } from '#workflows/channels/mailbox/own-addresses.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { acknowledgement, news } from '#workflows/notices/letter-to-reporter.ts'
import type { Letter, Mailer } from '#workflows/notices/mailer.ts'
import { CipherError } from '#workflows/protection/cipher.ts'
import {
  mailboxMark,
  openPostbox,
  type Postbox,
  type PostboxKey,
  sealToPostbox,
} from '#workflows/protection/postbox.ts'
import { failureCode, SILENT } from './failure.ts'

/** Tried again each hour: four days of a mail server that takes nothing, or half a day of one that refuses this address. */
const MOST_ATTEMPTS = 100
const MOST_REFUSED = 12
/** A person sends a few mails a day. Who answers each of ours with another is a machine, and hears no more that day. */
const MOST_ANSWERS = 10
const AT_ONCE = 500

type Unsent = Awaited<ReturnType<typeof listUnsentToReporters>>[number]
/** `first`: acknowledgements that were never tried; `hourly`: those that failed, and all news. */
type Round = 'first' | 'hourly'

/**
 * Sends the mails to reporters that wait, one after the other, each under the Message-ID fixed when it was written.
 * Outside of any transaction, and marked after: a mail that was sent but not marked goes again as the same mail. The
 * queue lets one sender work at a time.
 */
export async function runOnce(
  house: House,
  mailer: Mailer | null,
  round: Round,
): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 }
  const key = house.postbox
  if (!mailer || !key) return done
  for (const mail of await listWaiting(house, round)) {
    const failure = await send(house, key, mailer, mail)
    if (failure === null) {
      done.sent += 1
      continue
    }
    done.failed += 1
    house.log.warn({ code: failure }, 'a mail to a reporter was not sent')
    // the server itself does not answer: the others would only wait for it one after the other
    if (SILENT.includes(failure)) break
  }
  return done
}

async function listWaiting({ db }: House, round: Round): Promise<Unsent[]> {
  const list = (about: 'acknowledgement' | 'news', tried?: boolean) =>
    listUnsentToReporters(db, { about, tried, limit: AT_ONCE })
  return round === 'first'
    ? list('acknowledgement', false)
    : [...(await list('acknowledgement', true)), ...(await list('news'))]
}

/** Why it could not be sent, or null. */
async function send(house: House, key: PostboxKey, mailer: Mailer, mail: Unsent): Promise<string | null> {
  const box = opened(key, mail)
  if (!box) return failed(house, mail, 'CipherError')
  if (mail.about === 'acknowledgement' && mail.attempts === 0 && (await isTooMany(house, key, box.mailbox)))
    return giveUp(house, mail, 'tooMany')
  try {
    await mailer(letterFor(house, mail, box))
  } catch (error) {
    return failed(house, mail, failureCode(error))
  }
  await inTransaction(house.db, async (tx) => {
    await markOutgoingSent(tx, mail.id)
    // the link is out: from here on its code is made from the mail alone
    const { mailbox } = box
    if (box.token) await putPostbox(tx, mail.report_id, sealToPostbox(key.publicKey, { mailbox }, mail.report_id))
  })
  return null
}

/** Null where it was sealed to a key that is gone. */
function opened(key: PostboxKey, { sealed, report_id }: Unsent): Postbox | null {
  try {
    return openPostbox(key, sealed, report_id)
  } catch (error) {
    if (error instanceof CipherError) return null
    throw error
  }
}

function letterFor({ settings }: House, { about, message_id }: Unsent, { mailbox, token }: Postbox): Letter {
  const [from, box] = ownAddresses(settings)
  const to = {
    publicUrl: settings.publicUrl,
    to: mailbox,
    messageId: message_id,
    // an answer goes where mail is read
    replyTo: box !== from ? box : undefined,
  }
  return about === 'acknowledgement' && token ? acknowledgement(to, token) : news(to)
}

const isTooMany = async ({ db, clock }: House, key: PostboxKey, mailbox: string): Promise<boolean> => {
  const today = dayOf(clock.wall())
  const times = await inTransaction(db, (tx) => countAnswered(tx, mailboxMark(key, mailbox, today), today))
  return times > MOST_ANSWERS
}

async function failed(house: House, mail: Unsent, code: string): Promise<string> {
  const most = code.startsWith('SMTP 5') ? MOST_REFUSED : MOST_ATTEMPTS
  if (mail.attempts + 1 < most) await inTransaction(house.db, (tx) => markOutgoingTried(tx, mail.id))
  else if (mail.about === 'acknowledgement') await giveUp(house, mail, 'undeliverable')
  else await inTransaction(house.db, (tx) => deleteOutgoing(tx, mail.id))
  return code
}

/** Whoever was not told that the mail came, and holds no code, is told nothing later either. */
async function giveUp({ db }: House, mail: Unsent, why: Unanswered): Promise<string> {
  await inTransaction(db, (tx) => closePostbox(tx, mail.report_id, why))
  return why
}
