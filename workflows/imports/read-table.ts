import { parse } from 'csv-parse/sync'
import { plainText } from '#workflows/charsets/plain-text.ts'
import { boundWorkbook } from './bound-workbook.ts'
import { readWorkbook } from './read-workbook.ts'

/** Why a file is not read. */
export type TableProblem = 'empty' | 'tooLarge' | 'tooManyRows' | 'notATable' | 'oldExcel' | 'encoding' | 'broken'
export type Table = { rows: string[][] } | { problem: TableProblem }

export const TABLE_LIMITS = { rows: 5000, bytes: 5 * 1024 * 1024, unpacked: 24 * 1024 * 1024, columns: 40 } as const
/** `blanks`: empty rows stay, so that rows keep their numbers. */
export type Reading = {
  limits: { rows: number; bytes: number; unpacked: number; columns: number }
  blanks: 'kept' | 'left out'
}
const PLAIN: Reading = { limits: TABLE_LIMITS, blanks: 'left out' }

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from('d0cf11e0', 'hex')

/**
 * The rows of an XLSX or CSV file as texts, the header first. What is too big is refused before it is unpacked; bytes in
 * an encoding that cannot be told are refused rather than read wrong.
 */
export async function readTable(bytes: Buffer, reading: Reading = PLAIN): Promise<Table> {
  const { limits, blanks } = reading
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length > limits.bytes) return { problem: 'tooLarge' }
  if (bytes.subarray(0, OLE.length).equals(OLE)) return { problem: 'oldExcel' }
  const table = isWorkbook(bytes) ? await workbook(bytes, limits) : text(bytes, reading)
  if ('problem' in table) return table
  const rows = table.rows.map((row) => row.slice(0, limits.columns).map((cell) => cell.trim()))
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  if (filled.length === 0) return { problem: 'empty' }
  if (filled.length > limits.rows + 1) return { problem: 'tooManyRows' }
  return { rows: blanks === 'kept' ? rows : filled }
}

/** Whether the bytes begin as an XLSX file does. */
export const isWorkbook = (bytes: Buffer): boolean => bytes.subarray(0, ZIP.length).equals(ZIP)

async function workbook(bytes: Buffer, limits: Reading['limits']): Promise<Table> {
  const problem = await boundWorkbook(bytes, limits)
  return problem ? { problem } : readWorkbook(bytes)
}

function text(bytes: Buffer, { limits, blanks }: Reading): Table {
  const decoded = plainText(bytes)
  if (decoded === null) return { problem: 'encoding' }
  // a byte of nothing is in no table that a person wrote
  if (decoded.includes('\u0000')) return { problem: 'notATable' }
  try {
    const delimiter = (decoded.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ','
    const rows: string[][] = parse(decoded, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: blanks === 'left out',
      to: limits.rows + 2,
    })
    return { rows }
  } catch {
    return { problem: 'broken' }
  }
}
