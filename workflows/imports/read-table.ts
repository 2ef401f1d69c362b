import { parse } from 'csv-parse/sync'
import { boundWorkbook } from './bound-workbook.ts'
import { readWorkbook } from './read-workbook.ts'

/** Why a file is not read. */
export type TableProblem = 'empty' | 'tooLarge' | 'tooManyRows' | 'notATable' | 'oldExcel' | 'encoding' | 'broken'
export type Table = { rows: string[][] } | { problem: TableProblem }

export const TABLE_LIMITS = { rows: 5000, bytes: 5 * 1024 * 1024, unpacked: 24 * 1024 * 1024, columns: 40 } as const

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from('d0cf11e0', 'hex')

/**
 * The rows of an XLSX or CSV file as texts, the header first, empty rows left out. What is too big is refused before
 * it is unpacked; bytes that are neither UTF-8 nor GB18030 are refused rather than read wrong.
 */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length > TABLE_LIMITS.bytes) return { problem: 'tooLarge' }
  if (bytes.subarray(0, OLE.length).equals(OLE)) return { problem: 'oldExcel' }
  const table = bytes.subarray(0, ZIP.length).equals(ZIP) ? await workbook(bytes) : text(bytes)
  if ('problem' in table) return table
  const rows = table.rows
    .map((row) => row.slice(0, TABLE_LIMITS.columns).map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  if (rows.length === 0) return { problem: 'empty' }
  return rows.length > TABLE_LIMITS.rows + 1 ? { problem: 'tooManyRows' } : { rows }
}

async function workbook(bytes: Buffer): Promise<Table> {
  const problem = await boundWorkbook(bytes, TABLE_LIMITS)
  return problem ? { problem } : readWorkbook(bytes)
}

function text(bytes: Buffer): Table {
  const decoded = decode(bytes)
  if (decoded === null) return { problem: 'encoding' }
  // a byte of nothing is in no table that a person wrote
  if (decoded.includes('\u0000')) return { problem: 'notATable' }
  try {
    const delimiter = (decoded.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ','
    const rows: string[][] = parse(decoded, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: TABLE_LIMITS.rows + 2,
    })
    return { rows }
  } catch {
    return { problem: 'broken' }
  }
}

/** UTF-8 where it is; else GB18030, which Chinese Excel writes. */
function decode(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  return null
}
