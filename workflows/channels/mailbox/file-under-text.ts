/** How files begin that are no text, whatever a mail calls them: archives and Office, PDF, pictures, sound. */
const BEGINNINGS = [
  'PK\x03\x04',
  '%PDF-',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  'Rar!\x1a\x07',
  '7z\xbc\xaf\x27\x1c',
  '\x1f\x8b\x08',
  '#!AMR',
  'OggS\0',
  'ID3\x03',
  'ID3\x04',
]
const ENOUGH = 64 * 1024

/** Whether these bytes are a file under the name of text: then they are nobody's words, in no encoding. */
export function isFileUnderText(bytes: Buffer, said: string | null): boolean {
  const start = bytes.toString('latin1', 0, ENOUGH)
  if (BEGINNINGS.some((beginning) => start.startsWith(beginning)) || /^.{4}ftyp/s.test(start)) return true
  // wide letters have such bytes too
  const isWide = /^(utf-?(16|32)|ucs-2)/i.test(said ?? '') || /^(\xff\xfe|\xfe\xff)/.test(start)
  return !isWide && (start.match(/\0/g)?.length ?? 0) > start.length / 100
}
