import { isKnown, realCharset } from '#workflows/charsets/real-charset.ts'
import { isFileUnderText } from './file-under-text.ts'
import { isFlowedQuote, unflowed, withoutFlow } from './flowed.ts'
import { fieldAt, fieldsOf, fieldValue, withField } from './header-fields.ts'
import { alternativeAround, type MimePart, mimeParts } from './mime-parts.ts'
import { isUnreadable, repairWords } from './repair-words.ts'
import { textOfHtml } from './text-of-html.ts'
import { isToldIn } from './which-half.ts'
import { decodedBody, hasLooseBreaks, type Transfer, transferOf } from './transfer-encodings.ts'

/** The mail as it should have been written, and the names of encodings that nothing here can read. */
export type Repaired = { bytes: Buffer; unreadable: string[] }
/** The type under which an empty half of a choice is put away, so that the other half is read. */
export const BLANK = 'application/x-blank'

/** A leaf with words in it: what it is, how it is made fit for mail, and what encoding it is really in (null: unreadable). */
type Words = { type: string; transfer: Transfer; said: string | null; real: string | null }
type Part = { part: MimePart; fields: string[]; words: Words | null }
const FILE = 'application/octet-stream'

/**
 * Real mail says the wrong encoding, or none, or a boundary that never comes. Headers are rewritten; bodies stay as they
 * came, byte for byte, but for those that no reader of mail could take as they are. Throws TooManyParts.
 */
export function repairMail(raw: Buffer): Repaired {
  const { parts, closers } = mimeParts(raw)
  const mail = closers.length > 0 ? reopened(raw, closers) : raw
  const all = parts.map((part) => readPart(mail, part))
  const pieces: Buffer[] = []
  let done = 0
  for (const one of all) {
    const { header, body } = one.part
    const put = rewritten(mail, one, all)
    pieces.push(mail.subarray(done, header[0]), Buffer.from(put.header), mail.subarray(header[1], body[0]))
    if (one.part.unspaced) pieces.push(Buffer.from('\r\n'))
    if (put.body) pieces.push(put.body, Buffer.from('\r\n'))
    done = put.body ? body[1] : body[0]
  }
  pieces.push(mail.subarray(done))
  return {
    bytes: Buffer.concat(pieces),
    unreadable: [...all.flatMap(({ words }) => unreadable(words)), ...unreadableSubject(mail, all[0])],
  }
}

function unreadableSubject(mail: Buffer, whole: Part | undefined): string[] {
  const fields = whole ? fieldsOf(mail.toString('latin1', ...whole.part.header)) : []
  const subject = fields[fieldAt(fields, 'subject')]
  const said = CHARSET.exec(fieldValue(fields, 'content-type') ?? '')?.[2] ?? null
  return subject !== undefined && isUnreadable(subject, said) ? ['subject'] : []
}

const unreadable = (words: Words | null) => (words && words.real === null ? [words.said ?? ''] : [])

function reopened(raw: Buffer, closers: readonly number[]): Buffer {
  const mail = Buffer.from(raw)
  for (const at of closers) mail.fill(' ', at, at + 2)
  return mail
}

const BOUNDARY = /;\s*boundary(\*\d*)?\*?\s*=\s*("[^"]*"|[^\s;]*)/gi
const CHARSET = /charset\s*=\s*("?)([^\s";]+)\1/i
/** Enough of a body to judge its encoding by. */
const ENOUGH = 4_000_000

function readPart(raw: Buffer, part: MimePart): Part {
  const stored = fieldsOf(raw.toString('latin1', ...part.header))
  const type = fieldValue(stored, 'content-type')
  const said = CHARSET.exec(type ?? '')?.[2] ?? null
  const fields = stored.map((field) => repairWords(field, said))
  const name = typeOf(part, type)
  if (!part.leaf || !name?.startsWith('text/')) return { part, fields, words: null }
  const body = raw.subarray(...part.body)
  const transfer = transferOf(fieldValue(fields, 'content-transfer-encoding'), body)
  const start = decodedBody(body, transfer, ENOUGH)
  if (isFileUnderText(start, said)) return { part, fields: asFile(fields), words: null }
  return {
    part,
    fields,
    words: { type: name, transfer, said, real: realCharset(start, said ?? saidInside(name, start)) },
  }
}

/** A type without its second half is text (RFC 2045 §5.2), as is none at all; but parts of a digest are mails. */
function typeOf(part: MimePart, said: string | null): string | null {
  if (part.really === 'text') return 'text/plain'
  if (said === null) return part.parent?.kind === 'digest' ? null : 'text/plain'
  const type = /^[^;\s(]*/.exec(said)?.[0].toLowerCase() ?? ''
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'text/plain'
}

/** What an HTML page says of itself. */
const saidInside = (type: string, start: Buffer): string | null =>
  type === 'text/html'
    ? (/<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(start.toString('latin1', 0, 8000))?.[1] ?? null)
    : null

function rewritten(
  raw: Buffer,
  { part, fields, words }: Part,
  all: readonly Part[],
): { header: string; body?: Buffer } {
  if (part.really !== null && part.really !== 'text') {
    const value = `${(fieldValue(fields, 'content-type') ?? '').replace(BOUNDARY, '')}; boundary="${part.really.boundary}"`
    return { header: withField(fields, 'content-type', value).join('') }
  }
  if (!words) return refitted(raw, part, fields)
  // a mail of nothing at all stays one
  if (fields.length === 0 && part.body[1] === part.body[0]) return { header: '' }
  const body = raw.subarray(...part.body)
  const plain = words.type === 'text/plain'
  if (plain && alternativeAround(part) && isBlank(decodedBody(body, words.transfer)))
    return { header: withField(fields, 'content-type', BLANK).join('') }
  const told = withField(fields, 'content-type', described(fields, words))
  if (words.type === 'text/html' && words.real && isAlone(part, all)) {
    const page = htmlWords(body, words)
    if (isTold(raw, page, all)) return { header: withField(fields, 'content-type', BLANK).join('') }
    return inBase64(withField(told, 'content-type', 'text/plain; charset="utf-8"'), Buffer.from(page))
  }
  if (words.transfer === 'uuencode') return inBase64(told, decodedBody(body, 'uuencode'))
  const flowing = plain && words.real !== null ? letters(body, words) : ''
  const said = fieldValue(told, 'content-type') ?? ''
  if (isFlowedQuote(said, flowing)) {
    const still = withField(told, 'content-type', withoutFlow(said).replace(CHARSET, 'charset="utf-8"'))
    return inBase64(still, Buffer.from(unflowed(flowing, said)))
  }
  if (words.transfer === 'quoted-printable' && hasLooseBreaks(body))
    return inBase64(told, decodedBody(body, words.transfer))
  const fit = words.transfer === 'none' ? asItIs(told) : told
  return { header: (isNamedBeside(part, fields, all) ? attached(fit) : fit).join('') }
}

/** A file in letters that nobody’s reader of mail knows any more, or one that is not in those that it says. */
function refitted(raw: Buffer, { leaf, body }: MimePart, fields: string[]): { header: string; body?: Buffer } {
  const said = fieldValue(fields, 'content-transfer-encoding')
  if (!leaf || said === null) return { header: fields.join('') }
  const stored = raw.subarray(...body)
  const transfer = transferOf(said, stored)
  if (transfer === 'uuencode') return inBase64(fields, decodedBody(stored, transfer))
  return { header: (transfer === 'none' ? asItIs(fields) : fields).join('') }
}

const inBase64 = (fields: readonly string[], body: Buffer) => ({
  header: withField(fields, 'content-transfer-encoding', 'base64').join(''),
  body: Buffer.from(body.toString('base64').replace(/.{76}/g, '$&\r\n')),
})
const asItIs = (fields: string[]): string[] =>
  fieldValue(fields, 'content-transfer-encoding') === null
    ? fields
    : withField(fields, 'content-transfer-encoding', '8bit')

/** The type as it was said, with everything else it says, and the encoding that it really is. */
function described(fields: readonly string[], { type, said, real }: Words): string {
  const all = fieldValue(fields, 'content-type') ?? type
  const value = all.replace(/^[^;]*/, type).replace(BOUNDARY, '')
  if (real === null || said?.toLowerCase() === real) return value
  if (CHARSET.test(value)) return value.replace(CHARSET, `charset="${real}"`)
  return value.replace(/^[^;]*/, (name) => `${name}; charset="${real}"`)
}

const isBlank = (body: Buffer): boolean =>
  body.length < 1000 &&
  body
    .toString('latin1')
    .replace(/\xa0|\xc2/g, '')
    .trim() === ''

/** HTML that no plain text stands for, in a mail that has plain text elsewhere: both are read, one after the other. */
function isAlone(part: MimePart, all: readonly Part[]): boolean {
  const choice = alternativeAround(part)
  const plain = all.filter(({ words, part: other }) => words?.type === 'text/plain' && other !== part)
  return plain.length > 0 && !plain.some(({ part: other }) => choice !== null && alternativeAround(other) === choice)
}
const htmlWords = (body: Buffer, words: Words): string => textOfHtml(letters(body, words))
/** Whether a plain text of the mail says what this page says. */
const isTold = (raw: Buffer, page: string, all: readonly Part[]): boolean =>
  all.some(
    ({ part, words }) =>
      words?.type === 'text/plain' &&
      words.real !== null &&
      page !== '' &&
      isToldIn(letters(raw.subarray(...part.body), words), page),
  )
const letters = (body: Buffer, { transfer, real }: Words): string =>
  new TextDecoder(real && isKnown(real) ? real : 'utf-8').decode(decodedBody(body, transfer))

/** Text under a name of its own beside the mail’s words is a file, whatever the mail says of it. */
function isNamedBeside(part: MimePart, fields: readonly string[], all: readonly Part[]): boolean {
  const isNamed = /(^|[;\s])(file)?name(\*\d*)?\*?\s*=/i
  const named = ['content-disposition', 'content-type'].some((field) => isNamed.test(fieldValue(fields, field) ?? ''))
  const words = all.find(({ words: each }) => each !== null)
  return named && part.parent !== null && part.parent.kind !== 'alternative' && words?.part !== part
}
/** What is called text and is none, as the file that it is. */
function asFile(fields: string[]): string[] {
  const said = fieldValue(fields, 'content-type') ?? ''
  const type = said.includes('/') ? said.replace(/^[^;]*/, FILE).replace(CHARSET, 'charset=binary') : FILE
  return attached(withField(fields, 'content-type', type))
}
function attached(fields: string[]): string[] {
  const said = fieldValue(fields, 'content-disposition')
  return withField(fields, 'content-disposition', said ? said.replace(/^[^;]*/, 'attachment') : 'attachment')
}
