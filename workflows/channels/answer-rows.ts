import { randomUUID } from 'node:crypto'
import type { BesideRows } from '#db/write/arrival.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { writeLinkToken } from '#workflows/protection/link-token.ts'
import type { PostboxKey } from '#workflows/protection/postbox.ts'
import { sealToPostbox } from '#workflows/protection/postbox.ts'
import { messageIdFor } from './mailbox/thread-token.ts'

/** How long the link of an acknowledgement shows the code. */
const LINK_DAYS = 14

/**
 * What a report by mail brings with it so that its sender hears of it: the sealed mailbox, the link, and the
 * acknowledgement that waits to be sent, under the Message-ID fixed here.
 */
export function answerRows(
  { keys, clock, settings }: Pick<House, 'keys' | 'clock' | 'settings'>,
  { publicKey }: Pick<PostboxKey, 'publicKey'>,
  { report, submission, mailbox }: { report: string; submission: Buffer; mailbox: string },
): Pick<BesideRows, 'postbox' | 'mail_link' | 'outgoing_mail'> {
  const today = dayOf(clock.town())
  const token = writeLinkToken(submission)
  return {
    postbox: [{ report_id: report, sealed: sealToPostbox(publicKey, { mailbox, token }, report) }],
    mail_link: [{ report_id: report, expires_on: addDays(today, LINK_DAYS) }],
    outgoing_mail: [
      {
        id: randomUUID(),
        report_id: report,
        about: 'acknowledgement',
        key: `acknowledgement:${report}`,
        message_id: messageIdFor(keys, settings.publicUrl, report),
        created_on: today,
      },
    ],
  }
}
