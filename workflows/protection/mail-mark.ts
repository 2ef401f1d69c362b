import { createHmac } from 'node:crypto'
import { byLength } from './by-length.ts'
import type { Keys } from './keys.ts'

const LF = 0x0a
/** CR, blank, tab. */
const BLANKS = new Set([0x0d, 0x20, 0x09])
/** What a mail says of itself. Every other field may be added, changed or folded anew on its way. */
const ITS_OWN = new Set(['from', 'date', 'message-id', 'subject'])
const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/

/**
 * Knows a mail again that came before, by whichever door: keyed, over who says to have written it, when, under which id
 * and subject, and over its body. Two copies differ in what the servers on their ways wrote on them, and in how
 * their lines end. What stands in the header and is no field of it belongs to the mail too.
 */
export function mailMark({ receipt }: Pick<Keys, 'receipt'>, raw: Buffer): Buffer {
  const from = raw.subarray(0, 5).toString('latin1') === 'From ' ? raw.indexOf(LF) + 1 : 0
  const begins = endOfHeader(raw, from)
  return createHmac('sha256', receipt)
    .update('mail')
    .update(byLength(...identifying(raw.toString('latin1', from, begins))))
    .update(withoutEnds(raw.subarray(begins)))
    .digest()
}

/** Where the blank line stands that ends the header. A mail of one line is a body. */
function endOfHeader(raw: Buffer, from: number): number {
  const first = raw.indexOf(LF, from)
  if (first < 0 || raw.subarray(from, first).toString('latin1').trim() === '') return from
  const ends = [raw.indexOf('\n\n', from), raw.indexOf('\n\r\n', from)].filter((end) => end >= 0)
  return ends.length > 0 ? Math.min(...ends) : raw.length
}

/** The fields in one line each, sorted: servers also change their order. */
function identifying(header: string): string[] {
  return header
    .replace(/\r/g, '')
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

/** Its lines one behind the other, without blanks at their ends. */
function withoutEnds(body: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(body.length)
  let length = 0
  for (let at = 0; at < body.length; ) {
    const found = body.indexOf(LF, at)
    const next = found < 0 ? body.length : found + 1
    let end = found < 0 ? body.length : found
    while (end > at && BLANKS.has(body[end - 1] ?? 0)) end--
    length += body.copy(kept, length, at, end)
    at = next
  }
  return kept.subarray(0, length)
}
