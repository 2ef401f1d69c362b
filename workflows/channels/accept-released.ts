import type { Sealed } from '#db/tables/sealed.ts'
import { findReport } from '#db/read/cases.ts'
import { findMailOf } from '#db/read/mail.ts'
import { markMailTaken } from '#db/write/quarantine.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import type { House } from '#workflows/house.ts'
import { parse } from '#workflows/parsers/parsers.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { accept } from './accept.ts'
import { mailWithoutReceipts } from './accept-mail.ts'
import { answerAddress, type Unanswered } from './answer-address.ts'
import { answerRows } from './answer-rows.ts'
import type { Mail } from './mailbox/read-mail.ts'
import { saidByMail } from './mailbox/report-of-mail.ts'
import { readThreadToken } from './mailbox/thread-token.ts'
import { automaticMail } from './mailbox/who-wrote.ts'
import { openQuarantined } from './quarantined-mail.ts'
import { submissionOfMail } from './submission-of-mail.ts'
import { supplementByMail } from './supplement-by-mail.ts'

/** `report`: the mail's own, under the same id, or the one it adds to. */
export type Released = { outcome: 'report' | 'supplement'; report: string }

/**
 * A mail that an officer released becomes a report with the words that were confirmed, or, where it answers one of ours,
 * a supplement of that one's report; what came with them, its files, its sender and the original go where those of any
 * mail go.
 */
export async function acceptReleased(
  house: House,
  row: { mail_id: string; chunks: number },
  words: Sealed,
): Promise<Released> {
  const { db, keys, postbox } = house
  const id = row.mail_id
  // its errand is done by one at a time: what is there is from a time before that came to no end
  if (await findReport(db, id)) return { outcome: 'report', report: id }
  const before = await findMailOf(db, id)
  if (before?.outcome === 'supplement' && before.report_id) return { outcome: 'supplement', report: before.report_id }
  const text = openText(await caseKey(db, keys, id), { table: 'quarantine', column: 'words', row: id }, words)
  const raw = await openQuarantined(db, keys, row)
  const { mail, headers } = await readAgain(raw)
  const answered = headers && readThreadToken(keys, { headers })
  if (answered && (await addTo(answered))) return { outcome: 'supplement', report: answered }
  const clean = mail && (await mailWithoutReceipts(house, mail))
  const said = clean && (await saidByMail(clean, { subject: true }))
  const submission = submissionOfMail(keys, id)
  const told = await toldOf(house, mail)
  await accept(
    house,
    {
      channel: 'mailbox',
      id,
      submission,
      text,
      files: said?.files ?? [],
      contact: said?.contact,
      noDispatch: false,
      lane: 'normal',
      original: raw,
      ...(said && said.folded.length > 0 && { folded: JSON.stringify(said.folded) }),
      ...('none' in told && { unanswered: told.none }),
    },
    () => ('mailbox' in told && postbox ? answerRows(house, postbox, { report: id, submission, ...told }) : {}),
  )
  return { outcome: 'report', report: id }

  async function addTo(report: string): Promise<boolean> {
    const clean = mail && (await mailWithoutReceipts(house, mail))
    const { files = [], folded = [] } = (clean && (await saidByMail(clean, { subject: false }))) ?? {}
    const words = { text, files, folded }
    const taken = { outcome: 'supplement', report } as const
    return supplementByMail(house, report, { raw, said: words }, (tx) => markMailTaken(tx, id, taken))
  }
}

/** What stopped the reader was in the body: the header is read without it. */
async function readAgain(raw: Buffer): Promise<{ mail: Mail | null; headers: Mail['headers'] | null }> {
  const mail = await readOne(raw)
  const headers = mail?.headers ?? (await readOne(headerOf(raw)))?.headers
  return { mail, headers: headers ?? null }
}

async function readOne(raw: Buffer): Promise<Mail | null> {
  const parsed = await parse('mail', raw)
  // its errand is done again later
  if ('stopped' in parsed && parsed.stopped === 'busy') throw new Error('too much waits to be read')
  return 'read' in parsed ? parsed.read.mail : null
}

/** Up to the first empty line; whoever has none has no header. */
function headerOf(raw: Buffer): Buffer {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => raw.indexOf(end)).filter((at) => at > 0)
  return raw.subarray(0, ends.length > 0 ? Math.min(...ends) : 0)
}

/** Whoever released it read its words, not its header: a machine is not answered all the same. */
async function toldOf(house: House, mail: Mail | null): Promise<{ mailbox: string } | { none: Unanswered }> {
  if (!mail) return { none: 'noSender' }
  return automaticMail(mail) ? { none: 'bulk' } : answerAddress(house, mail)
}
