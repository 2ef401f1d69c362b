import { plainText } from '#workflows/charsets/plain-text.ts'
import { isMailInside } from './mail-inside.ts'
import { calendarWords, otherWords } from './other-words.ts'
import { rawWords } from './raw-words.ts'
import type { Mail, MailFile, ReadMail } from './read-mail.ts'
import { BLANK } from './repair-mail.ts'
import { envelopeOf, signedContent } from './signed-data.ts'
import { textOfHtml } from './text-of-html.ts'
import { readTnef } from './tnef.ts'
import type { Unreadable } from './what-it-is.ts'

/** A part that is no text of the mail itself. */
export type Leaf = MailFile & { isAttached: boolean }
/** Reads a mail inside the mail; null where it lies too deep. */
type Inner = (bytes: Buffer) => Promise<ReadMail> | null
/** Of a mail that cannot be taken apart, so much is told. */
const MOST_RAW = 100_000
type Found = { text: string; files: MailFile[]; unreadable: Unreadable | null }

/**
 * What is in the parts of a mail besides its text: mails that were passed on are read under their header, packed files
 * unpacked, signed content read. Whatever cannot be read stays the file that it is.
 */
export async function unpacked(text: string, leaves: readonly Leaf[], inner: Inner): Promise<Found> {
  const found: Found = { text, files: [], unreadable: null }
  // a report about a mail that could not be delivered holds that mail as its evidence
  const isReport = leaves.some(({ type }) =>
    /^message\/(delivery-status|feedback-report|disposition-notification)$/.test(type),
  )
  for (const leaf of leaves) {
    if (leaf.type === BLANK) continue
    if (leaf.type === 'message/partial') await partOfMail(found, leaf, inner)
    else if (isMailInside(leaf) && !isReport) await passedOn(found, leaf, inner)
    else if (envelopeOf(leaf.bytes) !== null && /pkcs7-mime|\.p7m$/.test(`${leaf.type} ${leaf.name}`))
      await enveloped(found, leaf, inner)
    else if (leaf.type.includes('ms-tnef') || /^winmail\.dat$/i.test(leaf.name)) packed(found, leaf)
    else if (!readsAsText(found, leaf)) found.files.push(fileOf(leaf))
  }
  return found
}

const fileOf = ({ name, type, bytes }: Leaf): MailFile => ({ name, type, bytes })
const add = (before: string, more: string): string => [before.trimEnd(), more].filter(Boolean).join('\n\n')

async function passedOn(found: Found, leaf: Leaf, inner: Inner): Promise<void> {
  const read = await inner(leaf.bytes)
  const isTold = Boolean(read?.mail && (!read.unreadable || read.unreadable === 'empty'))
  if (leaf.isAttached || !read?.mail) found.files.push({ ...fileOf(leaf), isTold })
  if (!read?.mail) {
    found.text = add(found.text, rawWords(leaf.bytes, MOST_RAW))
    return
  }
  found.text = add(found.text, forwarded(read.mail))
  found.files.push(...read.mail.files)
  if (read.unreadable !== 'empty') found.unreadable ??= read.unreadable
}

/** One piece of a long letter (RFC 2046 §5.2.2): its words are the person's own, and the first has a header inside. */
async function partOfMail(found: Found, leaf: Leaf, inner: Inner): Promise<void> {
  const read = await inner(leaf.bytes)
  const { subject = '', text = '', files = [] } = read?.mail ?? {}
  found.text = add(found.text, [subject, text].filter(Boolean).join('\n\n'))
  // without the piece before it, what was encoded says nothing
  const isWords = text !== '' && !/^[\w+/=\s]{200,}$/.test(text.slice(0, 2000))
  found.files.push(...(isWords ? [] : [fileOf(leaf)]), ...files)
  found.unreadable ??= isWords ? (read?.unreadable ?? null) : 'malformed'
}

/** As mail programs write it above what they pass on: `own-words.ts` knows it by this. */
function forwarded({ from, subject, text, headers }: Mail): string {
  const header = [
    ['发件人', from],
    ['发送时间', headers.get('date')?.[0] ?? ''],
    ['收件人', headers.get('to')?.[0] ?? ''],
    ['主题', subject],
  ].filter(([, said]) => said)
  return ['---------- 转发的邮件 ----------', ...header.map(([name, said]) => `${name}: ${said}`), '', text].join('\n')
}

async function enveloped(found: Found, leaf: Leaf, inner: Inner): Promise<void> {
  const content = envelopeOf(leaf.bytes) === 'signed' ? signedContent(leaf.bytes) : null
  if (content?.length === 0) {
    found.files.push(fileOf(leaf))
    return
  }
  const read = content && (await inner(content))
  if (!read?.mail) {
    found.files.push(fileOf(leaf))
    found.unreadable ??= 'encrypted'
    return
  }
  found.text = add(found.text, read.mail.text)
  found.files.push(...read.mail.files)
  found.unreadable ??= read.unreadable
}

function packed(found: Found, leaf: Leaf): void {
  const tnef = readTnef(leaf.bytes)
  const text = tnef?.text ?? textOfHtml(tnef?.html ?? '')
  const isNews = found.text.trim() === '' && text.trim() !== ''
  if (isNews) found.text = text
  if (tnef) found.files.push(...tnef.files)
  // what it says in a form that is not read here (RTF) stays in it: the file says on the desk that there is more
  if (!tnef || !(tnef.files.length > 0 || isNews) || found.text.trim() === '') found.files.push(fileOf(leaf))
}

/** Words in a form that no mail program shows as its text; data where the mail says nothing else, and kept as they are. */
function readsAsText(found: Found, leaf: Leaf): boolean {
  const said = otherWords(leaf, found.text)
  if (said !== null) {
    found.text = add(found.text, said)
    return true
  }
  if (found.text.trim() !== '' || !/^(text\/|application\/ics$)/.test(leaf.type)) return false
  const calendar = calendarWords(leaf)
  if (calendar !== null) found.text = calendar
  else if (!leaf.isAttached) found.text = plainText(leaf.bytes) ?? leaf.bytes.toString('latin1')
  return !leaf.isAttached && calendar === null
}
