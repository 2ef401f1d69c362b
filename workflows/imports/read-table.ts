import { plainText } from '#workflows/charsets/plain-text.ts'
import { boundWorkbook } from './bound-workbook.ts'
import { readDelimited } from './delimited.ts'
import { isMarkup, readMarkup } from './read-markup.ts'
import { readWorkbook } from './read-workbook.ts'
import { isEmpty, type Table, TABLE_LIMITS, type TableLimits } from './table.ts'

/** Which sheets of a workbook are read. */
type Which = 'first' | 'every'
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from('d0cf11e0', 'hex')

/**
 * The rows of an XLSX or CSV file as texts, empty ones too: each keeps the number that a spreadsheet shows, and nobody
 * looks for a mistake in the wrong line. What is too big is refused before it is unpacked; bytes in
 * an encoding that cannot be told are refused rather than read wrong.
 */
export async function readTable(
  bytes: Buffer,
  limits: TableLimits = TABLE_LIMITS,
  which: Which = 'first',
): Promise<Table> {
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length > limits.bytes) return { problem: 'tooLarge' }
  if (bytes.subarray(0, OLE.length).equals(OLE)) return { problem: 'oldExcel' }
  const table = isWorkbook(bytes) ? await workbook(bytes, limits, which) : text(bytes, which)
  if ('problem' in table) return table
  const cells = table.rows.map((row) => row.slice(0, limits.columns))
  if (lettersIn(cells) > limits.characters) return { problem: 'tooMuch' }
  const rows = cells.map((row) => row.map(plainCell))
  const filled = rows.filter((row) => !isEmpty(row)).length
  if (filled === 0) return { problem: 'empty' }
  if (filled > limits.rows + 1) return { problem: 'tooManyRows' }
  return { rows, ...(table.below && table.below.size > 0 && { below: table.below }) }
}

/** One text that stands in many cells counts each time: that is how often it is told on. */
function lettersIn(rows: readonly (readonly string[])[]): number {
  let letters = 0
  for (const row of rows) for (const cell of row) letters += cell.length
  return letters
}

/** Whether the bytes begin as an XLSX file does. */
export const isWorkbook = (bytes: Buffer): boolean => bytes.subarray(0, ZIP.length).equals(ZIP)

async function workbook(bytes: Buffer, limits: TableLimits, which: Which): Promise<Table> {
  const problem = await boundWorkbook(bytes, limits)
  return problem ? { problem } : readWorkbook(bytes, which)
}

function text(bytes: Buffer, which: Which): Table {
  const decoded = plainText(bytes)
  if (decoded === null) return { problem: 'encoding' }
  // a byte of nothing is in no table that a person wrote
  if (decoded.includes('\u0000')) return { problem: 'notATable' }
  if (isMarkup(decoded)) return readMarkup(decoded)
  const table = readDelimited(decoded)
  return which === 'first' && 'rows' in table && hasMoreThanHead(table.rows) ? { problem: 'twoWays' } : table
}

/** A comma in the words of a cell moves all that follow into columns that are not theirs. */
function hasMoreThanHead(rows: readonly string[][]): boolean {
  const head = rows.find((row) => row.some((cell) => cell.trim() !== ''))
  return rows.some((row) => row.slice(head?.length ?? 0).some((cell) => cell.trim() !== ''))
}

/** A cell as it is meant: `="0123"` and `'0123` keep a spreadsheet from reckoning with it. */
const plainCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^['\u2019](?=[^'\u2019]*$)/, '')
