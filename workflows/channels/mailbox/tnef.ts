import { realCharset } from '#workflows/charsets/real-charset.ts'
import { BytesInTurn } from './bytes-in-turn.ts'
import { mapiProperties, PROPERTY } from './mapi-properties.ts'

/** What Outlook packs into winmail.dat (MS-OXTNEF). `html` and `text`: the body, where it is not in the mail itself. */
export type Tnef = { text: string | null; html: string | null; files: { name: string; type: string; bytes: Buffer }[] }

const SIGNATURE = 0x223e9f78
const ATTRIBUTE = {
  body: 0x0002800c,
  messageProperties: 0x00069003,
  codePage: 0x00069007,
  attachmentBegins: 0x00069002,
  attachmentTitle: 0x00018010,
  attachmentData: 0x0006800f,
  attachmentProperties: 0x00069005,
} as const
const MOST_FILES = 200

/** Null where this is no TNEF, or it is broken anywhere: then it stays the file that it is. */
export function readTnef(bytes: Buffer): Tnef | null {
  try {
    return read(new BytesInTurn(bytes))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function read(turn: BytesInTurn): Tnef | null {
  if (turn.left < 6 || turn.uint32() !== SIGNATURE) return null
  turn.uint16()
  const tnef: Tnef = { text: null, html: null, files: [] }
  let codePage = 'windows-1252'
  let file: Tnef['files'][number] | undefined
  while (turn.left >= 9) {
    turn.take(1)
    const attribute = turn.uint32()
    const data = turn.take(turn.uint32())
    turn.uint16()
    if (attribute === ATTRIBUTE.codePage) codePage = `cp${data.readUInt32LE(0)}`
    else if (attribute === ATTRIBUTE.body) tnef.text ??= said(data, codePage)
    else if (attribute === ATTRIBUTE.messageProperties) {
      const found = mapiProperties(data)
      tnef.text = words(found.get(PROPERTY.body), codePage) ?? tnef.text
      tnef.html = words(found.get(PROPERTY.html), codePage)
    } else if (attribute === ATTRIBUTE.attachmentBegins) {
      if (tnef.files.length >= MOST_FILES) throw new RangeError('too many files')
      file = { name: '', type: 'application/octet-stream', bytes: Buffer.alloc(0) }
      tnef.files.push(file)
    } else if (file && attribute === ATTRIBUTE.attachmentTitle) file.name ||= said(data, codePage)
    else if (file && attribute === ATTRIBUTE.attachmentData) file.bytes = data
    else if (file && attribute === ATTRIBUTE.attachmentProperties) {
      const found = mapiProperties(data)
      file.name =
        words(found.get(PROPERTY.longName), codePage) ?? words(found.get(PROPERTY.displayName), codePage) ?? file.name
      file.type = words(found.get(PROPERTY.type), codePage) ?? file.type
      // the first sixteen bytes say what kind of object it is
      const object = found.get(PROPERTY.object)
      if (object && file.bytes.length === 0) file.bytes = object.isObject ? object.bytes.subarray(16) : object.bytes
    }
  }
  return tnef
}

type Property = { bytes: Buffer; isWide: boolean }
const words = (property: Property | undefined, codePage: string): string | null =>
  property ? (property.isWide ? decoded(property.bytes, 'utf-16le') : said(property.bytes, codePage)) : null
const said = (bytes: Buffer, codePage: string): string => decoded(bytes, realCharset(bytes, codePage) ?? 'windows-1252')

function decoded(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes).replace(/(?<!\0)\0+$/, '')
  } catch {
    return bytes.toString('latin1').replace(/(?<!\0)\0+$/, '')
  }
}
