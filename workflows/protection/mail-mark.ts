import { createHmac } from 'node:crypto'
import { byLength } from './by-length.ts'
import type { Keys } from './keys.ts'

const LF = 0x0a
const CR = 0x0d
const BLANK = new Set([LF, CR, 0x20, 0x09])
/** What a mail says of itself. Every other field may be added, changed or folded anew on its way. */
const ITS_OWN = new Set(['from', 'date', 'message-id', 'subject'])
const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/

/**
 * Knows a mail again that came before, by whichever door: keyed, over who says to have written it, when, under which id
 * and subject, and over its body. Two copies differ in what the servers on their ways wrote on them, in the ends of
 * their lines and in blanks at their end. What stands in the header and is no field of it belongs to the mail too.
 */
export function mailMark({ receipt }: Pick<Keys, 'receipt'>, raw: Buffer): Buffer {
  const mail = withoutReturns(raw)
  const from = mail.subarray(0, 5).toString('latin1') === 'From ' ? mail.indexOf(LF) + 1 : 0
  const begins = mail[from] === LF ? from : endOfHeader(mail, from)
  const header = mail.toString('latin1', from, begins)
  return createHmac('sha256', receipt)
    .update('mail')
    .update(byLength(...identifying(header)))
    .update(trimmed(mail.subarray(begins)))
    .digest()
}

/** Where the blank line stands that ends the header; the whole mail is one where there is none. */
function endOfHeader(mail: Buffer, from: number): number {
  const end = mail.indexOf('\n\n', from)
  return end < 0 ? mail.length : end
}

/** The fields in one line each, sorted: servers also change their order. */
function identifying(header: string): string[] {
  return header
    .replace(/\n(?=[ \t])/g, ' ')
    .split('\n')
    .filter((line) => {
      const name = FIELD.exec(line)?.[1]
      return name === undefined || ITS_OWN.has(name.toLowerCase())
    })
    .map((line) =>
      line
        .replace(FIELD, (_, name: string) => `${name.toLowerCase()}:`)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .sort()
}

function withoutReturns(raw: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(raw.length)
  let length = 0
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] ?? 0
    if (byte !== CR) kept[length++] = byte
  }
  return kept.subarray(0, length)
}

function trimmed(body: Buffer): Buffer {
  let [from, to] = [0, body.length]
  while (from < to && BLANK.has(body[from] ?? 0)) from++
  while (to > from && BLANK.has(body[to - 1] ?? 0)) to--
  return body.subarray(from, to)
}
