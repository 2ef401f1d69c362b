import type { MailFile } from './read-mail.ts'

/** How the header of a mail begins: at least so many of its fields stand in its first lines. */
const FIELD =
  /^(received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|reply-to|x-[\w-]+|content-type)[ \t]*:/i
const SENDER = /^(from|sender|reply-to|return-path)[ \t]*:/im
const ENOUGH = 8000
const FEWEST = 3

/** Whether a file is a mail, by what it is called or by how it begins: its header says who wrote. */
export function isMailInside({ name, type, bytes }: Pick<MailFile, 'name' | 'type' | 'bytes'>): boolean {
  if (/^(message\/|text\/rfc822)/.test(type) || /\.(eml|mht|mhtml)$/i.test(name)) return true
  const [header = ''] = bytes.toString('latin1', 0, ENOUGH).split(/\r?\n\r?\n/)
  const fields = header.split(/\r?\n/).filter((line) => FIELD.test(line))
  return fields.length >= FEWEST && SENDER.test(header) && FIELD.test(header.replace(/^>?From [^\n]*\n/, ''))
}

/** Cards and calendars, which programs add by themselves. */
const CARD = /^\s*BEGIN:V(CARD|CALENDAR)/i

/** Whether a file that is nobody’s words names an address from which the mail came. */
export function saysSender({ bytes }: Pick<MailFile, 'bytes'>, senders: readonly string[]): boolean {
  const text = bytes.toString('latin1', 0, ENOUGH * 100)
  if (!CARD.test(text)) return false
  // such files break their lines anywhere
  const whole = text.replace(/\r?\n[ \t]/g, '').toLowerCase()
  return senders.some((address) => whole.includes(address))
}
