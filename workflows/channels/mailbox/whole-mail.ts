import { realCharset } from '#workflows/charsets/real-charset.ts'
import { withWholeWord } from './cut-word.ts'

const LF = 0x0a
const CR = 0x0d

/**
 * The line of a mailbox file, one that calls what follows an original message, or blanks that somebody's copying left
 * before a header of at least two fields.
 */
const BEFORE =
  /^(?:\s*[-=_]{3,40} ?[^\r\n\-=_]{1,60}[-=_]{3,40}[ \t]*(?:\r?\n)+(?=[\x21-\x39\x3b-\x7e]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*[\x21-\x39\x3b-\x7e]+:)|>?From (?!\s*:)[^\r\n]*\r?\n(?=[\x21-\x39\x3b-\x7e]+[ \t]*:)|[ \t]+(?=[\x21-\x39\x3b-\x7e]+:[^\r\n]*\r?\n[\x21-\x39\x3b-\x7e]+:))/

/** The mail without what stands before it: the mark of an encoding, `BEFORE`, lines that end in CR alone. */
export function wholeMail(raw: Buffer): Buffer {
  const mail = withLineEnds(inOneByte(raw))
  const before = BEFORE.exec(mail.toString('latin1', 0, 1000))
  return withWholeWord(before ? mail.subarray(before[0].length) : mail)
}

/** A whole mail that was saved as a text file by somebody’s editor. */
function inOneByte(raw: Buffer): Buffer {
  const marked = raw[0] === 0xff || raw[0] === 0xfe
  if (marked && raw.length % 2 === 0) {
    const charset = realCharset(raw.subarray(0, 2), null)
    if (charset?.startsWith('utf-16')) return Buffer.from(new TextDecoder(charset).decode(raw))
  }
  return raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw
}

/** Old Macintosh programs end lines with CR; so does a header that lost its LFs on the way. */
function withLineEnds(raw: Buffer): Buffer {
  const header = raw.subarray(0, 4000)
  if (header.includes(LF) || !header.includes(CR)) return raw
  const ended = Buffer.from(raw)
  for (let at = 0; at < ended.length; at++) if (ended[at] === CR && ended[at + 1] !== LF) ended[at] = LF
  return ended
}
