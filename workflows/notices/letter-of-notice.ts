import { randomUUID } from 'node:crypto'
import type { Letter } from './mailer.ts'

/**
 * The same for every case, every act and every officer but for address and Message-ID. Says that
 * something waits, and where to sign in; no number, no unit, no kind: mail is read on screens and by servers that may
 * know none of it.
 */
export const letterOfNotice = (publicUrl: string, to: string, messageId: string): Letter => ({
  automatic: 'auto-generated',
  to,
  messageId,
  subject: '回音:您有一项新的待办',
  text: [
    '您有一项新的待办,请登录回音查看:',
    `${publicUrl}/sign-in`,
    '',
    'Something is waiting for you. Please sign in to Huiyin to read it.',
    '',
  ].join('\n'),
})

/** Drawn by lot, so that it says nothing of the case; fixed when the notice is written, so that a second sending is no second mail. */
export const newMessageId = (publicUrl: string): string => `<${randomUUID()}@${new URL(publicUrl).hostname}>`
