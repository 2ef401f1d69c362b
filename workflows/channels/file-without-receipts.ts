import { plainText } from '#workflows/charsets/plain-text.ts'
import { withoutReceipts } from '#workflows/engine/without-receipts.ts'
import type { House } from '#workflows/house.ts'
import { fileName } from './file-name.ts'
import type { IncomingFile } from './report.ts'

/**
 * A file without receipt codes in its name, nor, where it is a text, in its words. Other files are kept as they came:
 * a code in a picture cannot be taken out of it.
 */
export async function fileWithoutReceipts(house: House, file: IncomingFile): Promise<IncomingFile> {
  const name = await withoutReceipts(house, fileName(file.name))
  const text = file.type === 'text/plain' ? plainText(file.bytes) : null
  const masked = text === null ? null : await withoutReceipts(house, text)
  return { ...file, name, ...(masked !== null && masked !== text && { bytes: Buffer.from(masked) }) }
}

/** One after the other: a text file may be long. */
export async function filesWithoutReceipts(house: House, files: readonly IncomingFile[]): Promise<IncomingFile[]> {
  const clean: IncomingFile[] = []
  for (const file of files) clean.push(await fileWithoutReceipts(house, file))
  return clean
}
