import { plainText } from '#workflows/charsets/plain-text.ts'
import { textOfCalendar } from './calendar.ts'
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
    if (/^message\/(rfc822|global|news)$/.test(leaf.type) && !isReport) await passedOn(found, leaf, inner)
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
  if (leaf.isAttached || !read?.mail) found.files.push(fileOf(leaf))
  if (!read?.mail) return
  found.text = add(found.text, forwarded(read.mail))
  found.files.push(...read.mail.files)
  if (read.unreadable !== 'empty') found.unreadable ??= read.unreadable
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

/** Words in a form that no mail program shows as its text: told where the mail says nothing else, and kept as they are. */
function readsAsText(found: Found, { type, bytes, isAttached }: Leaf): boolean {
  if (found.text.trim() !== '' || !/^(text\/|application\/ics$)/.test(type)) return false
  const said = plainText(bytes) ?? bytes.toString('latin1')
  if (/calendar|ics$/.test(type)) found.text = textOfCalendar(said)
  else if (!isAttached) found.text = /enriched|richtext/.test(type) ? said.replace(/<[^<>]{0,60}>/g, '') : said
  return !isAttached && !/calendar|ics$/.test(type)
}
