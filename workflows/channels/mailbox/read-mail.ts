import PostalMime, { addressParser, decodeWords, type Email } from 'postal-mime'
import { fileName } from '#workflows/channels/file-name.ts'
import { withoutEntities } from './entities.ts'
import { valuesByName } from './header-fields.ts'
import { mimeParts, TooManyParts } from './mime-parts.ts'
import { repairMail } from './repair-mail.ts'
import { isTooMuchHtml, textOfHtml } from './text-of-html.ts'
import { type Leaf, unpacked } from './unpack.ts'
import { uuFiles } from './uuencoded.ts'
import type { Unreadable } from './what-it-is.ts'
import { whichHalf } from './which-half.ts'
import { wholeMail } from './whole-mail.ts'

/** `isTold`: all its words stand in the text of the mail. */
export type MailFile = { name: string; type: string; bytes: Buffer; isTold?: boolean }
/** A mail as a person would read it. `from` is the header in words; `headers` are by lower-case name, first one first. */
export type Mail = {
  from: string
  subject: string
  /** everything there is to read, quotes and signature included */
  text: string
  files: MailFile[]
  headers: ReadonlyMap<string, readonly string[]>
  /** every address of From and Reply-To, as far as they are addresses */
  senders: { from: string[]; replyTo: string[] }
}
/** What could be read is there even where people have to look at the original. */
export type ReadMail = { mail: Mail | null; unreadable: Unreadable | null }

const LIMITS = { maxNestingDepth: 60, maxHeadersSize: 1024 * 1024, forceRfc822Attachments: true }
/** A mail in a mail in a mail: what lies deeper stays a file. */
const DEEPEST = 8
/** Of a shorter page the plain text beside it has all. */
const LONG_PAGE = 500_000

/** Reads one mail, whatever it is. Never throws, fetches nothing, stores nothing; runs apart from the web process (`apart.ts`). */
export const readMail = (raw: Buffer): Promise<ReadMail> => readAt(raw, 0)

async function readAt(raw: Buffer, depth: number): Promise<ReadMail> {
  try {
    const whole = wholeMail(raw)
    const repaired = repairMail(whole)
    const email = await PostalMime.parse(repaired.bytes, LIMITS)
    const inner = (bytes: Buffer) => (depth < DEEPEST ? readAt(bytes, depth + 1) : null)
    const { mail, unreadable } = await mailOf(email, inner)
    return { mail, unreadable: repaired.unreadable.length > 0 ? 'charset' : (unreadable ?? whyNot(mail, whole)) }
  } catch (error) {
    return { mail: null, unreadable: error instanceof TooManyParts ? 'tooManyParts' : 'malformed' }
  }
}

async function mailOf(
  email: Email,
  inner: Parameters<typeof unpacked>[2],
): Promise<{ mail: Mail } & Pick<ReadMail, 'unreadable'>> {
  const headers = valuesByName(email.headers)
  const addresses = (name: string) =>
    (headers.get(name) ?? []).flatMap((value) =>
      addressParser(value, { flatten: true }).flatMap(({ address }) => (address ? [address.toLowerCase()] : [])),
    )
  const { text, files } = ownText(email)
  const found = await unpacked(text, email.attachments.map(leafOf), inner)
  const mail = {
    from: words(fromOf(headers)),
    subject: withoutEntities(email.subject ?? ''),
    text: found.text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd(),
    files: [...files, ...found.files],
    headers,
    senders: { from: addresses('from'), replyTo: addresses('reply-to') },
  }
  return { mail, unreadable: found.unreadable }
}

/** Of several, the first that has an address. */
function fromOf(headers: Mail['headers']): string | undefined {
  const all = headers.get('from') ?? []
  return all.find((value) => value.includes('@')) ?? all[0]
}
const words = (value: string | undefined): string => withoutEntities(decodeWords(value ?? '')).trim()

const leafOf = ({ filename, mimeType, disposition, content }: Email['attachments'][number]): Leaf => ({
  name: fileName(filename ?? ''),
  type: mimeType,
  isAttached: disposition === 'attachment' || Boolean(filename),
  bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
})

/** What the mail itself says, and the files that stand in its text. */
function ownText(email: Email): { text: string; files: MailFile[] } {
  const plain = email.text?.trim() ? withoutEntities(email.text) : null
  const html = email.html ?? ''
  const told = plain === null ? textOfHtml(html) : html === '' ? plain : whichHalf(plain, html)
  const { rest, files } = uuFiles(told)
  const inText = files.map(({ name, bytes }) => ({ name, type: 'application/octet-stream', bytes }))
  const isPage = told !== plain || html.length > LONG_PAGE
  const whole = isPage && isTooMuchHtml(html) ? [{ name: '', type: 'text/html', bytes: Buffer.from(html) }] : []
  return { text: rest, files: [...inText, ...whole] }
}

/** Enveloped for somebody else, or nothing that anybody could read: a mail may say all it has to say in its subject. */
function whyNot(mail: Mail, whole: Buffer): Unreadable | null {
  const type = mail.headers.get('content-type')?.[0]?.toLowerCase() ?? ''
  if (/multipart\/encrypted/.test(type) || /-----BEGIN PGP MESSAGE-----/.test(mail.text)) return 'encrypted'
  const isSilent = mail.text === '' && mail.files.length === 0
  return isSilent && (mail.subject.trim() === '' || !isWithoutBody(whole)) ? 'empty' : null
}

/** Nothing in any part; the sentence for programs that know no parts is nothing too. */
const isWithoutBody = (whole: Buffer): boolean =>
  mimeParts(whole).parts.every(({ body, leaf }) => {
    const said = whole.toString('latin1', ...body).trim()
    return said === '' || (!leaf && /MIME|multi-?part/i.test(said) && said.length < 300)
  })
