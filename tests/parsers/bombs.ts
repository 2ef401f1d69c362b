import { strToU8, zipSync } from 'fflate'
import { deflateRawSync } from 'node:zlib'

const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
const SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook of one sheet, as its parts: what a program would write, and what somebody else might. */
export const workbook = (
  rows: string,
  { strings = '', more = {} }: { strings?: string; more?: Entries } = {},
): Buffer =>
  Buffer.from(
    zipSync(
      {
        '[Content_Types].xml': strToU8(CONTENT_TYPES),
        'xl/workbook.xml': strToU8(
          `<workbook ${SPREADSHEET} xmlns:r="${OFFICE}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships xmlns="${RELATION}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
        ),
        'xl/styles.xml': strToU8(`<styleSheet ${SPREADSHEET}/>`),
        'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${SPREADSHEET}><sheetData>${rows}</sheetData></worksheet>`),
        'xl/sharedStrings.xml': strToU8(`<sst ${SPREADSHEET}>${strings}</sst>`),
        ...more,
      },
      { level: 9 },
    ),
  )
type Entries = Record<string, Uint8Array>

export const cell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
export const row = (number: number, ...values: string[]) =>
  `<row r="${number}">${values.map((value, at) => cell(`${String.fromCharCode(65 + at)}${number}`, value)).join('')}</row>`
/** Rows in which nothing stands, as a spreadsheet keeps them once somebody gave them a look. */
export const formatted = (from: number, to: number, columns = 12) => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWX'].slice(0, columns)
  const empty = (at: number) =>
    `<row r="${at}">${letters.map((letter) => `<c r="${letter}${at}" s="0"/>`).join('')}</row>`
  return Array.from({ length: to - from + 1 }, (_, at) => empty(from + at)).join('')
}

/** One long text, a hundred times in the table and once in the file: six kilobytes, half a billion letters. */
export const sharedStringBomb = (): Buffer =>
  workbook(
    Array.from({ length: 100 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`).join(''),
    { strings: `<si><t>${'x'.repeat(5_000_000)}</t></si>` },
  )

/** Each line names the one before ten times: ten lines come to ten billion letters. */
export const billionLaughs = (): Uint8Array => {
  const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  return strToU8(
    `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "x">${lines.join('')}]><sst ${SPREADSHEET}><si><t>&l9;</t></si></sst>`,
  )
}

/** An entry that stands in the file and not in its list: whoever reads from the front unpacks it, whatever the list said. */
export const hiddenEntry = (megabytes: number): Buffer => {
  const name = Buffer.from('xl/worksheets/sheet9.xml')
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 })
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(megabytes * 1024 * 1024, 22)
  header.writeUInt16LE(name.length, 26)
  const hidden = Buffer.concat([header, name, packed])
  const honest = workbook(row(1, '编码', '名称'))
  const moved = Buffer.from(honest)
  const end = honest.length - 22
  const list = honest.readUInt32LE(end + 16)
  for (let at = list; at < end; ) {
    moved.writeUInt32LE(honest.readUInt32LE(at + 42) + hidden.length, at + 42)
    at += 46 + honest.readUInt16LE(at + 28) + honest.readUInt16LE(at + 30) + honest.readUInt16LE(at + 32)
  }
  moved.writeUInt32LE(list + hidden.length, end + 16)
  return Buffer.concat([hidden, moved])
}

/** A picture that says it is fifty thousand by fifty thousand. */
export const pixelFlood = (): Buffer => {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c3500802000000', 'hex')
  const data = Buffer.from('00000000000000004944415400000000000000004945454e4400000000', 'hex')
  return Buffer.concat([header, data])
}
