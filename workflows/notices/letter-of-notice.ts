import { randomUUID } from 'node:crypto'
import type { Letter } from './mailer.ts'
import { type Language, linesOf, WORDING } from './wording/wording.ts'

/** What one person is told at once: the names of the notices, and in which language. */
export type Digest = { to: string; messageId: string; language: Language; names: readonly string[] }

/** Says what sort of thing waits, each sort once however many there are, and where to sign in. */
export function letterOfNotice(publicUrl: string, { to, messageId, language, names }: Digest): Letter {
  const words = WORDING[language]
  const lines = linesOf(language, names)
  const [first] = lines
  return {
    automatic: 'auto-generated',
    to,
    messageId,
    subject: words.subject(lines.length === 1 && first ? first : words.several),
    text: [...lines, '', words.signIn, `${publicUrl}/sign-in`, ''].join('\n'),
  }
}

/** An SMS: the line, or that there are several. No address: carriers hold back what bears one. */
export function textOfNotice({ language, names }: Pick<Digest, 'language' | 'names'>): string {
  const words = WORDING[language]
  const lines = linesOf(language, names)
  const [first] = lines
  return words.text(lines.length === 1 && first ? first : words.severalInText)
}

/** Drawn by lot, so that it says nothing of the case; fixed before anything leaves, so that a second sending is no second mail. */
export const newMessageId = (publicUrl: string): string => `<${randomUUID()}@${new URL(publicUrl).hostname}>`
