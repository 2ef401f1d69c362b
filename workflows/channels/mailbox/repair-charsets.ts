import { type MimePart, mimeParts } from './mime-parts.ts'
import { isKnown, realCharset } from '#workflows/channels/real-charset.ts'

/** The mail with every encoding under its right name, and the names of those that nothing here can read. */
export type Repaired = { bytes: Buffer; unreadable: string[] }

/**
 * Real mail says the wrong encoding, or none. Only headers are rewritten: bodies stay as they came, byte for byte.
 * Throws TooManyParts.
 */
export function repairCharsets(raw: Buffer): Repaired {
  const unreadable: string[] = []
  const pieces: Buffer[] = []
  let done = 0
  for (const part of mimeParts(raw)) {
    pieces.push(raw.subarray(done, part.header[0]), repairHeader(raw, part, unreadable))
    done = part.header[1]
  }
  pieces.push(raw.subarray(done))
  return { bytes: Buffer.concat(pieces), unreadable }
}

const CHARSET = /(charset\s*=\s*)("?)([^\s";]+)\2/i

function repairHeader(raw: Buffer, part: MimePart, unreadable: string[]): Buffer {
  const stored = raw.subarray(...part.header)
  const header = relabelWords(inUtf8(stored))
  const type = /^content-type\s*:\s*([^;\s]*)/im.exec(header)?.[1]?.toLowerCase() ?? null
  if (!part.leaf || (type !== null && !type.startsWith('text/') && type !== 'text')) return Buffer.from(header)
  // the first part of a mail without any header is its body's whole description
  if (type === null && stored.length === 0 && part.body[1] === part.body[0]) return stored
  const said = CHARSET.exec(header)?.[3] ?? null
  const real = realCharset(decoded(raw.subarray(...part.body), header), said)
  if (real === null) {
    unreadable.push(said ?? '')
    return Buffer.from(header)
  }
  if (said !== null && said.toLowerCase() === real) return Buffer.from(header)
  return Buffer.from(labelled(header, type, real))
}

function labelled(header: string, type: string | null, charset: string): string {
  if (CHARSET.test(header)) return header.replace(CHARSET, `$1"${charset}"`)
  if (type !== null) return header.replace(/^(content-type\s*:\s*[^;\s]+)/im, `$1; charset="${charset}"`)
  return `Content-Type: text/plain; charset="${charset}"\r\n${header}`
}

/** Bytes above ASCII in a header are no mail at all by the book, and every Chinese client has sent them. */
function inUtf8(stored: Buffer): string {
  return new TextDecoder(realCharset(stored, null) ?? 'utf-8', { ignoreBOM: true }).decode(stored)
}

/** Rows of encoded words of one name, `=?gb2312?B?…?=`: a character may begin in one and end in the next. */
const WORDS = /=\?([^?\s]+)\?[bq]\?[^?]*\?=(?:\s*=\?\1\?[bq]\?[^?]*\?=)*/gi
const WORD = /=\?([^?\s*]+)(\*[^?]*)?\?([bq])\?([^?]*)\?=/gi
/** RFC 2231: `filename*=gb2312''%C4%E3`. */
const EXTENDED = /(\*(?:0\*)?\s*=\s*"?)([\w-]+)('[\w-]*')([^\s;"]*)/g

function relabelWords(header: string): string {
  return header
    .replace(WORDS, (row) => {
      const words = [...row.matchAll(WORD)]
      const bytes = Buffer.concat(words.map(([, , , how = '', text = '']) => bytesOfWord(how, text)))
      const real = realCharset(bytes, words[0]?.[1] ?? null)
      const text = real && isKnown(real) ? new TextDecoder(real).decode(bytes) : null
      return text === null ? row : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
    })
    .replace(EXTENDED, (all, before, label, language, text) => {
      const real = realCharset(percentBytes(text), label)
      return real === null ? all : `${before}${real}${language}${text}`
    })
}

const bytesOfWord = (how: string, text: string): Buffer =>
  how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedBytes(text.replace(/_/g, ' '))

const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
const percentBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** What the body says once its transfer encoding is undone: enough of it to judge by. */
function decoded(body: Buffer, header: string): Buffer {
  const start = body.subarray(0, ENOUGH)
  const how = /^content-transfer-encoding\s*:\s*"?([\w-]+)/im.exec(header)?.[1]?.toLowerCase()
  if (how === 'base64')
    return Buffer.from(
      start
        .toString('latin1')
        .replace(/[^A-Za-z\d+/]/g, '')
        .slice(0, WHOLE_GROUPS),
      'base64',
    )
  return how === 'quoted-printable' ? quotedBytes(start.toString('latin1')) : start
}
const ENOUGH = 4_000_000
const WHOLE_GROUPS = ENOUGH
