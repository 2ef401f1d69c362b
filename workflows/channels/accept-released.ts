import type { Sealed } from '#db/tables/sealed.ts'
import { findReport } from '#db/read/cases.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import type { House } from '#workflows/house.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { accept } from './accept.ts'
import { answerAddress, type Unanswered } from './answer-address.ts'
import { answerRows } from './answer-rows.ts'
import { readMailsApart } from './mailbox/apart.ts'
import { withoutLinks } from './mailbox/mask-links.ts'
import type { Mail } from './mailbox/read-mail.ts'
import { saidByMail } from './mailbox/report-of-mail.ts'
import { automaticMail } from './mailbox/who-wrote.ts'
import { openQuarantined } from './quarantined-mail.ts'
import { submissionOfMail } from './submission-of-mail.ts'

/**
 * A mail that an officer released becomes a report with the words that were confirmed; what came with them, its files,
 * its sender and the original go where those of any mail go. Answers with the report's id, which is the mail's.
 */
export async function acceptReleased(
  house: House,
  row: { mail_id: string; chunks: number },
  words: Sealed,
): Promise<string> {
  const { db, keys, postbox } = house
  const id = row.mail_id
  // its errand is done by one at a time: what is there is from a time before that came to no end
  if (await findReport(db, id)) return id
  const text = openText(await caseKey(db, keys, id), { table: 'quarantine', column: 'words', row: id }, words)
  const raw = await openQuarantined(db, keys, row)
  const mail = await readAgain(raw)
  const said = mail && (await saidByMail({ ...mail, text: withoutLinks(mail.text) }, { subject: true }))
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
  return id
}

async function readAgain(raw: Buffer): Promise<Mail | null> {
  const reader = readMailsApart()
  try {
    return (await reader.read(raw)).mail
  } finally {
    reader.close()
  }
}

/** Whoever released it read its words, not its header: a machine is not answered all the same. */
async function toldOf(house: House, mail: Mail | null): Promise<{ mailbox: string } | { none: Unanswered }> {
  if (!mail) return { none: 'noSender' }
  return automaticMail(mail) ? { none: 'bulk' } : answerAddress(house, mail)
}
