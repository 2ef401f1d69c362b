import { randomUUID } from 'node:crypto'
import { findMail, type MailRow } from '#db/read/mail.ts'
import { inTransaction } from '#db/transaction.ts'
import { isAboutRows } from '#db/write/arrival.ts'
import { insertMail } from '#db/write/mail.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { mailMark } from '#workflows/protection/mail-mark.ts'
import { acceptMail, readSaid } from './accept-mail.ts'
import type { MailReader } from './mailbox/apart.ts'
import { isAnswerOfMachine } from './mailbox/machine-answer.ts'
import type { Mail } from './mailbox/read-mail.ts'
import { readThreadToken } from './mailbox/thread-token.ts'
import { MOST_READ, type QuarantineReason, whatItIs } from './mailbox/what-it-is.ts'
import { quarantine } from './quarantine.ts'
import { supplementByMail } from './supplement-by-mail.ts'

/** What became of a mail; `id` is its own, `again`: it came before, and this became of it then. */
export type Taken = { outcome: MailRow['outcome']; reason: string | null; id: string; again: boolean }

/** Who is named in more words than these is found by the clerk. */
const MOST_LOOKED_AT = 1_000_000

/**
 * The one way in of a mail, whatever door it comes by. Whatever it is, it is stored, whole, in one transaction, before
 * this resolves; the same mail a second time changes nothing. Throws where it could not be stored, and then nothing is.
 * `cut`: there is more of it than is kept, and it stays where it came from.
 */
export async function takeMail(
  house: House,
  reader: MailReader,
  raw: Buffer,
  { cut = false }: { cut?: boolean } = {},
): Promise<Taken> {
  const mark = mailMark(house.keys, raw)
  try {
    return { ...(await take(house, reader, { raw, mark, cut })), again: false }
  } catch (error) {
    // most mails come once: storing is tried first, and the table itself knows one that came before
    if (constraintOf(error) === 'mail_mark_key') {
      const stored = await findMail(house.db, mark)
      if (stored) return cameBefore(stored)
    }
    // what no other mail would meet: its peer would bring it for days, and then send it back to whoever wrote it
    if (!isAboutTheMail(error)) throw error
    return { ...(await setAside(house, { raw, mark, cut }, 'failed', null)), again: false }
  }
}

const constraintOf = (error: unknown) => (error instanceof Error && 'constraint' in error ? error.constraint : null)
const isAboutTheMail = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || isAboutRows(error)

const cameBefore = ({ outcome, reason, id }: MailRow): Taken => ({ outcome, reason, id, again: true })

type Come = { raw: Buffer; mark: Buffer; cut: boolean }

async function take(house: House, reader: MailReader, { raw, mark, cut }: Come): Promise<Omit<Taken, 'again'>> {
  const set = (reason: QuarantineReason, read: Mail | null) => setAside(house, { raw, mark, cut }, reason, read)
  if (cut || raw.length > MOST_READ) return set('tooBig', null)
  const { outcome, mail, reason } = whatItIs(await reader.read(raw), (...read) => isAnswerOfMachine(house, ...read))
  if (outcome === 'quarantined') return set(reason, mail)
  const row = { id: randomUUID(), mark, outcome, reason, report_id: null, received_on: dayOf(house.clock.town()) }
  if (outcome === 'ignored') {
    await inTransaction(house.db, (tx) => insertMail(tx, row))
    return { outcome, reason, id: row.id }
  }

  const report = readThreadToken(house.keys, mail)
  if (report) {
    const said = await readSaid(house, mail, { subject: false })
    if ('quarantined' in said) return set(said.quarantined, mail)
    const supplement = { ...row, outcome: 'supplement' as const, report_id: report }
    if (await supplementByMail(house, report, { raw, said }, (tx) => insertMail(tx, supplement)))
      return { outcome: 'supplement', reason: null, id: row.id }
  }
  const said = await readSaid(house, mail, { subject: true })
  if ('quarantined' in said) return set(said.quarantined, mail)
  await acceptMail(house, { mail, raw, said }, (report_id) => ({ mail: [{ ...row, report_id }] }))
  return { outcome, reason, id: row.id }
}

/** `read`: what could be read of it. */
async function setAside(house: House, { raw, mark }: Come, reason: QuarantineReason, read: Mail | null) {
  const words = read && `${read.subject}\n${read.text}`.slice(0, MOST_LOOKED_AT)
  return { outcome: 'quarantined' as const, reason, id: await quarantine(house, { mark, raw, reason, words }) }
}
