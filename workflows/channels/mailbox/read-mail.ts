import PostalMime, { addressParser, decodeWords, type Email } from 'postal-mime'
import { TooManyParts } from './mime-parts.ts'
import { repairCharsets } from './repair-charsets.ts'
import { textOfHtml } from './text-of-html.ts'

export type MailFile = { name: string; type: string; bytes: Buffer }
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
export const UNREADABLE = ['charset', 'tooManyParts', 'malformed', 'encrypted', 'empty'] as const
export type Unreadable = (typeof UNREADABLE)[number]
/** What could be read is there even where people have to look at the original. */
export type ReadMail = { mail: Mail | null; unreadable: Unreadable | null }

const LIMITS = { maxNestingDepth: 60, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 8 }

/** Reads one mail, whatever it is. Never throws, fetches nothing, stores nothing; runs apart from the web process (`apart.ts`). */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  try {
    const repaired = repairCharsets(withHeader(raw))
    const email = await PostalMime.parse(repaired.bytes, LIMITS)
    const mail = mailOf(email)
    if (repaired.unreadable.length > 0) return { mail, unreadable: 'charset' }
    return { mail, unreadable: whyNot(mail) }
  } catch (error) {
    return { mail: null, unreadable: error instanceof TooManyParts ? 'tooManyParts' : 'malformed' }
  }
}

/** A mail that begins with its words instead of its headers keeps them; the line of a mailbox file is no header. */
function withHeader(raw: Buffer): Buffer {
  const unix = raw.subarray(0, 5).toString('latin1') === 'From ' ? raw.indexOf(0x0a) + 1 : 0
  const mail = raw.subarray(unix)
  const first = mail
    .subarray(0, 1000)
    .toString('latin1')
    .replace(/^\uFEFF|^ï»¿/, '')
  return /^([\x21-\x39\x3b-\x7e]+\s*:|\r?\n)/.test(first) ? mail : Buffer.concat([Buffer.from('\r\n'), mail])
}

function mailOf(email: Email): Mail {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value])
  const text = email.text?.trim() ? email.text : textOfHtml(email.html ?? '')
  const addresses = (name: string) =>
    (headers.get(name) ?? []).flatMap((value) =>
      addressParser(value, { flatten: true }).flatMap(({ address }) => (address ? [address.toLowerCase()] : [])),
    )
  return {
    from: words(headers.get('from')?.[0]),
    subject: email.subject ?? '',
    text: text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, ''),
    files: email.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
    })),
    headers,
    senders: { from: addresses('from'), replyTo: addresses('reply-to') },
  }
}

const words = (value: string | undefined): string => decodeWords(value ?? '').trim()

/** Enveloped for somebody else, or nothing at all. */
function whyNot(mail: Mail): Unreadable | null {
  const type = mail.headers.get('content-type')?.[0]?.toLowerCase() ?? ''
  const enveloped = /multipart\/encrypted|pkcs7-mime(?!.*signed-data)/.test(type)
  if (enveloped || /-----BEGIN PGP MESSAGE-----/.test(mail.text)) return 'encrypted'
  return mail.text === '' && mail.files.length === 0 ? 'empty' : null
}
