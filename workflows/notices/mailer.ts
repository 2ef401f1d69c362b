import { createTransport } from 'nodemailer'
import { SECOND } from '#workflows/clock.ts'

/** A mail as it leaves the house. `automatic`: RFC 3834's word for it; `replyTo`: where an answer goes, if not to its sender. */
export type Letter = {
  to: string
  messageId: string
  subject: string
  text: string
  automatic: 'auto-generated' | 'auto-replied'
  replyTo?: string
}
/** Hands one letter to the mail server, or throws. */
export type Mailer = (letter: Letter) => Promise<void>

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
  return async ({ to, messageId, subject, text, automatic, replyTo }) => {
    await transport.sendMail({
      from,
      // one address, taken as it is: a list or a group in its place reaches nobody
      to: { name: '', address: to },
      ...(replyTo && { replyTo: { name: '', address: replyTo } }),
      subject,
      text,
      messageId,
      // the second is what Exchange reads
      headers: { 'Auto-Submitted': automatic, 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
      xMailer: false,
    })
  }
}
