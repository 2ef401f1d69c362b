import { unzipSync } from 'fflate'
import { plainText } from '#workflows/charsets/plain-text.ts'
import { textOfHtml } from '#workflows/channels/mailbox/text-of-html.ts'
import { linesOfIcs } from './lines-of-ics.ts'

/** Why nothing is read from a file. */
export type NoticeFileProblem =
  | 'empty'
  | 'tooLarge'
  | 'tooMuch'
  | 'encoding'
  | 'oldWord'
  | 'pdf'
  | 'notANotice'
  /** too many files wait already, and this one was not looked at */
  | 'busy'
export type NoticeFile = { text: string } | { problem: NoticeFileProblem }

const MOST_BYTES = 2 * 1024 * 1024
const MOST_XML = 8 * 1024 * 1024
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from('d0cf11e0', 'hex')

/**
 * What a notice of holidays in a file says, as the text somebody would paste: a text file, a web page, a Word document
 * or a calendar, told by its bytes and not by its name. GBK, Big5 and UTF-8 are told apart; bytes that could be anything
 * are refused rather than read wrong. `year`: of a calendar that holds several.
 */
export function textOfNoticeFile(bytes: Buffer, year: number): NoticeFile {
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length > MOST_BYTES) return { problem: 'tooLarge' }
  if (bytes.subarray(0, OLE.length).equals(OLE)) return { problem: 'oldWord' }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { problem: 'pdf' }
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return wordDocument(bytes)
  const text = plainText(bytes)?.replace(/^\ufeff/, '')
  if (text === undefined) return { problem: 'encoding' }
  if (text.includes('\u0000')) return { problem: 'notANotice' }
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return { text: linesOfIcs(text, year).join('\n') }
  if (/^\s*<(!doctype|html|head|meta|body|div|p|\?xml|!--)/i.test(text)) return { text: ofWebPage(textOfHtml(text)) }
  return { text: text.replace(/\r\n?/g, '\n') }
}

/** When a page was put on the web stands on it too, and is no line of the notice. */
const ofWebPage = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s*\d{4}-\d{1,2}-\d{1,2}(?!\s+[休班])/.test(line))
    .join('\n')

function wordDocument(bytes: Buffer): NoticeFile {
  try {
    const { 'word/document.xml': packed } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= MOST_XML,
    })
    if (!packed) return { problem: 'notANotice' }
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(packed)
    return { text: xml.split('</w:p>').map(paragraphOf).join('\n') }
  } catch {
    return { problem: 'notANotice' }
  }
}

/** What was struck out in Word is not said; of fields and drawings only their text is. */
const paragraphOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(br|cr|tab)\s*\/>/g)]
    .map(([, said, mark]) => (mark === undefined ? unescaped(said ?? '') : mark === 'tab' ? ' ' : '\n'))
    .join('')

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name] ?? '')
