import { fileTypeFromBuffer } from 'file-type'
import { plainText } from '#workflows/charsets/plain-text.ts'
import { endingOf, isNameOfProgram } from './file-name.ts'
import { isScript } from './script-text.ts'

/** What is taken in, by content: photographs, PDF, Word, Excel, recordings. No macros, archives, programs. */
const TAKEN: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'audio/mpeg',
  'audio/amr',
  'audio/mp4',
  'audio/x-m4a',
  'video/mp4',
]
/** The old container of Office and WPS: what is in it is told by the streams it names, and installers lie in one too. */
const CONTAINER = 'application/x-cfb'
const IN_CONTAINER: Record<string, readonly [type: string, stream: string][]> = {
  doc: [['application/msword', 'WordDocument']],
  wps: [
    ['application/vnd.ms-works', 'WordDocument'],
    ['application/vnd.ms-works', 'WpsDocument'],
  ],
  xls: [
    ['application/vnd.ms-excel', 'Workbook'],
    ['application/vnd.ms-excel', 'Book'],
  ],
}
const MACROS = ['_VBA_PROJECT', 'VBA']

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no plain text holds
const NOT_IN_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/
const TEXT_SAMPLE = 64 * 1024

/**
 * The type that the bytes themselves show, or null where it is none of those taken in. Nor is what its name would have run,
 * whatever is in it: who saves it opens it by the name.
 */
export async function fileKind(bytes: Buffer, name: string): Promise<string | null> {
  if (isNameOfProgram(name)) return null
  const wide = wideTextIn(bytes)
  if (wide !== null) return isScript(wide) ? null : 'text/plain'
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime === CONTAINER) return kindInContainer(bytes, endingOf(name))
  if (found) return TAKEN.includes(found.mime) ? found.mime : null
  const text = textIn(bytes)
  return text === null || isScript(text) ? null : 'text/plain'
}

function kindInContainer(bytes: Buffer, ending: string): string | null {
  const names = (stream: string) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (MACROS.some(names)) return null
  return IN_CONTAINER[ending]?.find(([, stream]) => names(stream))?.[0] ?? null
}

/** The UTF-16 of Notepad. Its first two bytes could also begin a recording, so it is looked at first. */
function wideTextIn(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, Math.min(TEXT_SAMPLE, bytes.length - (bytes.length % 2)))
  const isWide = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)
  const wide = isWide ? plainText(sample) : null
  return wide === null || NOT_IN_TEXT.test(wide) ? null : wide
}

/** UTF-8 or GB 18030 without control characters. A sample may end within a character. */
function textIn(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, TEXT_SAMPLE)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
      if (!NOT_IN_TEXT.test(text)) return text
    } catch {
      // not in this one
    }
  }
  return null
}
