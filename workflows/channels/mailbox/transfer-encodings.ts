import { uuDecoded } from './uuencoded.ts'

/** How a body was made fit for seven bits; `none` also where a mail says so wrongly, or something nobody knows. */
export type Transfer = 'base64' | 'quoted-printable' | 'uuencode' | 'none'

/** What is said, unless the bytes cannot be that: text that was never encoded is under such names too. */
export function transferOf(said: string | null, body: Buffer): Transfer {
  const name = /[\w-]+/.exec((said ?? '').replace(/\([^()]*\)/g, ''))?.[0]?.toLowerCase() ?? ''
  if (name === 'base64') return looksLikeBase64(body) ? 'base64' : 'none'
  if (name === 'quoted-printable') return name
  return /^(x-)?uu(encoded?)?$/.test(name) && uuDecoded(body) ? 'uuencode' : 'none'
}

/** Rows of letters as no words are, with some garbage between them at most; or nothing but such letters. */
function looksLikeBase64(body: Buffer): boolean {
  const start = body.toString('latin1', 0, 100_000).trim()
  if (/^[A-Za-z\d+/=\s]*$/.test(start) && !/[A-Za-z] [A-Za-z]/.test(start)) return true
  return start.replace(/[A-Za-z\d+/=]{16,}/g, '').length < start.length / 2
}

/** The bytes that were encoded; `most` ends early where enough is known. */
export function decodedBody(body: Buffer, transfer: Transfer, most = Number.POSITIVE_INFINITY): Buffer {
  const start = body.length > most ? body.subarray(0, most) : body
  if (transfer === 'base64') return Buffer.concat(base64Pieces(start.toString('latin1')))
  if (transfer === 'uuencode') return uuDecoded(body)?.bytes ?? body
  return transfer === 'quoted-printable' ? quotedBytes(start.toString('latin1')) : start
}
/** What was encoded piece by piece and joined ends with = in the middle too. */
const base64Pieces = (text: string): Buffer[] =>
  text
    .replace(/[^A-Za-z\d+/=]/g, '')
    .split(/=+/)
    .map((piece) => Buffer.from(piece, 'base64'))

/** Blanks that something on the way put behind the = at the end of a line. */
export const hasLooseBreaks = (body: Buffer): boolean => /=[ \t]+\r?\n/.test(body.toString('latin1'))

export const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
