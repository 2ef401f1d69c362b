import { createInflateRaw } from 'node:zlib'
import type { TableProblem } from './table.ts'

type Limits = { rows: number; unpacked: number }
type Entry = { name: string; method: number; packed: number; offset: number }

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 500
/** A row begins, or something stands in it. Spreadsheets write thousands of rows in which nothing but their look stands. */
const ROW_OR_CELL = /<row[\s/>]|<(?:v|is)[\s>]/g
const LONGEST_MARK = 5
/** More cells than any table that people keep, and as many as are read in seconds. */
const MOST_CELLS = 500_000

/**
 * What stands against opening a workbook: too many rows, or more than may be unpacked. It is unpacked piece by piece and
 * thrown away, and stopped at the first piece too many: neither a bomb nor 200 000 rows take memory. Null: nothing.
 */
export async function boundWorkbook(bytes: Buffer, limits: Limits): Promise<TableProblem | null> {
  const entries = entriesOf(bytes)
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) return 'notATable'
  const isSheet = ({ name }: Entry) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)
  let unpacked = 0
  let rows = 0
  let cells = 0
  // sheets first: whoever sends too many rows is told so, and not that the file is large
  for (const entry of entries.toSorted((one, other) => Number(isSheet(other)) - Number(isSheet(one)))) {
    let tail = ''
    let isCounted = false
    try {
      for await (const piece of piecesOf(bytes, entry)) {
        unpacked += piece.length
        if (isSheet(entry)) {
          const text = tail + piece.toString('latin1')
          for (const [mark] of text.matchAll(ROW_OR_CELL)) {
            if (mark.startsWith('<row')) isCounted = false
            else {
              cells += 1
              if (!isCounted) rows += 1
              isCounted = true
            }
          }
          tail = endOf(text)
        }
        // the header is a row too
        if (rows > limits.rows + 1) return 'tooManyRows'
        if (unpacked > limits.unpacked) return 'tooLarge'
        if (cells > MOST_CELLS) return 'tooMuch'
      }
    } catch {
      return 'broken'
    }
  }
  return null
}

/** What a mark that is not yet complete may begin with, and nothing that was counted. */
function endOf(text: string): string {
  const tail = text.slice(1 - LONGEST_MARK)
  return tail.slice(Math.max(0, tail.lastIndexOf('<'))).replace(ROW_OR_CELL, '')
}

async function* piecesOf(bytes: Buffer, { method, packed, offset }: Entry): AsyncGenerator<Buffer> {
  // the local header has name and extra of its own lengths
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const content = bytes.subarray(start, start + packed)
  if (method === 0) return yield content
  if (method !== 8) throw new Error('packed in a way that no workbook is')
  const inflate = createInflateRaw()
  inflate.end(content)
  for await (const piece of inflate) yield piece
}

/** The list at the end of the file; null where there is none, or too much of it. */
function entriesOf(bytes: Buffer): Entry[] | null {
  let end = bytes.length - END_LENGTH
  const first = Math.max(0, end - LONGEST_COMMENT)
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1
  if (end < first) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) return null
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null
    const length = bytes.readUInt16LE(at + 28)
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + length),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    }
    if (entry.offset + 30 > bytes.length) return null
    entries.push(entry)
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}
