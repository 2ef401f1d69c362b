import readExcelFile from 'read-excel-file/node'
import type { Table } from './table.ts'

/**
 * The rows of a workbook whose size was bounded before: of its first sheet that has any, or of every sheet, one after the
 * other under the same headings.
 */
export async function readWorkbook(bytes: Buffer, which: 'first' | 'every'): Promise<Table> {
  const sheets = await readSheets(bytes)
  if (!sheets) return { problem: 'broken' }
  const [first = [], ...more] = sheets.filter((rows) => rows.some((row) => row.some((cell) => cell.trim() !== '')))
  if (which === 'first' || more.length === 0) return { rows: first }
  const head = headOf(first)
  if (more.some((rows) => said(headOf(rows)) !== said(head))) return { problem: 'severalSheets' }
  return { rows: [...first, ...more.flatMap((rows) => rows.slice(rows.indexOf(headOf(rows)) + 1))] }
}
/** The first row that is more than a title. */
const headOf = (rows: string[][]): string[] =>
  rows.find((row) => row.filter((cell) => cell.trim() !== '').length >= 2) ?? rows[0] ?? []
const said = (row: readonly string[]) => JSON.stringify(row.map((cell) => cell.trim()).filter(Boolean))

async function readSheets(bytes: Buffer): Promise<string[][][] | null> {
  try {
    const sheets = await readExcelFile(bytes)
    return sheets.map(({ data }) => data.map((row) => row.map(textOf)))
  } catch {
    return null
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // a cell of figures holds fifteen of them: what has more is written so that nobody takes it for exact
  return typeof cell === 'number' && Math.abs(cell) >= 1e15 ? cell.toExponential() : String(cell)
}
