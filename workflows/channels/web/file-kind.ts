import { fileTypeFromBuffer } from 'file-type'

/** What is taken in, by content and not by name: photographs, PDF, Word, Excel, plain text. No macros, archives, programs. */
const TAKEN: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no plain text holds
const NOT_IN_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/
const TEXT_SAMPLE = 64 * 1024

/** The type that the bytes themselves show, or null where it is none of those taken in. */
export async function fileKind(bytes: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return TAKEN.includes(found.mime) ? found.mime : null
  return isPlainText(bytes) ? 'text/plain' : null
}

/** UTF-8 or GB 18030 without control characters. A sample may end within a character. */
function isPlainText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, TEXT_SAMPLE)
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      return !NOT_IN_TEXT.test(new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true }))
    } catch {
      return false
    }
  })
}
