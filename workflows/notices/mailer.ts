import { createTransport } from 'nodemailer'
import { SECOND } from '#workflows/clock.ts'
import type { LetterOfNotice } from './letter-of-notice.ts'

/** Hands one letter to the mail server, or throws. */
export type Mailer = (letter: LetterOfNotice) => Promise<void>

/** How long a mail server may say nothing. */
const PATIENCE = 20 * SECOND

/** A mailer for the server behind `url` (smtp:// or smtps://); `from` is what every letter bears. */
export function createMailer({ url, from }: { url: string; from: string }, patience = PATIENCE): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, messageId, subject, text }) => {
    await transport.sendMail({
      from,
      // one address, taken as it is: a list or a group in its place reaches nobody
      to: { name: '', address: to },
      subject,
      text,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
    })
  }
}
