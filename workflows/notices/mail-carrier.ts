import { z } from 'zod'
import { type Carrier, type Failure, failed } from './carrier.ts'
import { letterOfNotice, newMessageId } from './letter-of-notice.ts'
import type { Mailer } from './mailer.ts'

export const mailCarrier = (mailer: Mailer, publicUrl: string): Carrier => ({
  channel: 'mail',
  newId: () => newMessageId(publicUrl),
  carry: (sending) => mailer(letterOfNotice(publicUrl, sending)),
  judge: judgeMail,
})

/** What nodemailer says of a failure. */
const said = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  timeoutType: z.string().optional().catch(undefined),
})

/** Before a connection stands, or without one, nothing was taken. */
const NO_CONNECTION = ['EDNS', 'ETLS', 'EREQUIRETLS', 'EPROXY', 'ECONFIG']
const BEFORE_IT_STOOD = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']
/** What is about this one mail; an answer to anything else is about the server and us. */
const ABOUT_THE_MAIL = ['RCPT TO', 'DATA']

/** A failure of the mail server, or of what it thinks of one address. Whatever is not known to be refused may have been taken. */
export function judgeMail(error: unknown): Failure {
  const { code = 'unknown', responseCode, command = '', syscall, timeoutType } = said.catch({}).parse(error)
  if (code === 'EAUTH' || code === 'ENOAUTH') return failed('login', code)
  if (responseCode !== undefined) {
    if (responseCode < 500) return failed('later', `SMTP ${responseCode}`)
    return failed(ABOUT_THE_MAIL.includes(command) ? 'refused' : 'unreachable', `SMTP ${responseCode}`)
  }
  if (code === 'EENVELOPE') return failed('badAddress', code)
  if (syscall === 'connect' || NO_CONNECTION.includes(code) || BEFORE_IT_STOOD.includes(timeoutType ?? ''))
    return failed('unreachable', code)
  // whoever comes next would wait just as long
  return failed('unclear', code, { forAll: code === 'ETIMEDOUT' })
}
