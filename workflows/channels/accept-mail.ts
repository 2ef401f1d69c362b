import { randomBytes, randomUUID } from 'node:crypto'
import type { BesideRows } from '#db/write/arrival.ts'
import { withoutReceiptsIn } from '#workflows/engine/without-receipts.ts'
import type { House } from '#workflows/house.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { accept } from './accept.ts'
import { answerAddress } from './answer-address.ts'
import { answerRows } from './answer-rows.ts'
import type { Mail } from './mailbox/read-mail.ts'
import { type Said, saidByMail } from './mailbox/report-of-mail.ts'
import type { QuarantineReason } from './mailbox/what-it-is.ts'

/** What a mail says, or why people have to look at it: nothing of it may be lost, and nothing cut. */
export async function readSaid(
  house: House,
  mail: Mail,
  as: { subject: boolean },
): Promise<Said | { quarantined: QuarantineReason }> {
  const said = await saidByMail(await mailWithoutReceipts(house, mail), as)
  if (!said) return { quarantined: 'tooMuchText' }
  // what is not taken in stays in the original, and that stays nowhere where there is no vault
  const isLost = said.folded.some(({ is }) => is === 'leftOut') && !vaultPublicKey(house.keys)
  return isLost ? { quarantined: 'leftOut' } : said
}

/**
 * A mail without codes, and without the links of acknowledgements, wherever they stand in it. It is looked through whole,
 * before it is taken apart into what is its own and what it quotes: a code may stand across both.
 */
export async function mailWithoutReceipts(house: House, mail: Mail): Promise<Mail> {
  const { text, subject, from } = mail
  const names = mail.files.map(({ name }) => name)
  const clean = await withoutReceiptsIn(house, { text, subject, from, names })
  const files = mail.files.map((file, at) => ({ ...file, name: clean.names[at] ?? file.name }))
  return { ...mail, text: clean.text, subject: clean.subject, from: clean.from, files }
}

/**
 * Takes a mail in as a report: its words and files as they were sent, its sender and the original into the vault, and an
 * acknowledgement for the one mailbox that may have it. `beside`: what else is stored with the report of this id.
 */
export async function acceptMail(
  house: House,
  { mail, raw, said }: { mail: Mail; raw: Buffer; said: Said },
  beside: (report: string) => BesideRows,
): Promise<void> {
  const { folded, ...words } = said
  const id = randomUUID()
  const submission = randomBytes(16)
  const told = await answerAddress(house, mail)
  await accept(
    house,
    {
      channel: 'mailbox',
      id,
      submission,
      ...words,
      noDispatch: false,
      lane: 'normal',
      original: raw,
      ...(folded.length > 0 && { folded: JSON.stringify(folded) }),
      ...('none' in told && { unanswered: told.none }),
    },
    () => ({
      ...beside(id),
      // where no key is there to seal the address to, nobody can be told
      ...('mailbox' in told && house.postbox
        ? answerRows(house, house.postbox, { report: id, submission, mailbox: told.mailbox })
        : {}),
    }),
  )
}
