import readExcelFile from 'read-excel-file/node'
import { type Merged, sheetNotes } from './sheets-of-workbook.ts'
import type { Table } from './table.ts'

/**
 * The rows of a workbook whose size was bounded before: of its first sheet that has any, or of every sheet, one after the
 * other under the same headings. Hidden sheets hold lists to choose from, and are passed over where others have rows.
 */
export async function readWorkbook(bytes: Buffer, which: 'first' | 'every'): Promise<Table> {
  const all = await readSheets(bytes)
  if (!all) return { problem: 'broken' }
  const filled = all.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')))
  const shown = filled.filter(({ isHidden }) => !isHidden)
  const [first, ...more] = shown.length > 0 ? shown : filled
  if (!first) return { rows: [] }
  const below = first.below
  if (which === 'first' || more.length === 0) return { rows: first.rows, below }
  const head = headOf(first.rows)
  if (more.some(({ rows }) => said(headOf(rows)) !== said(head))) return { problem: 'severalSheets' }
  const together = { rows: [...first.rows], below: new Map(below) }
  for (const sheet of more) {
    const from = sheet.rows.indexOf(headOf(sheet.rows)) + 1
    for (const [row, columns] of sheet.below)
      if (row > from) together.below.set(row - from + together.rows.length, columns)
    together.rows.push(...sheet.rows.slice(from))
  }
  return together
}
/** The first row that is more than a title. */
const headOf = (rows: string[][]): string[] =>
  rows.find((row) => row.filter((cell) => cell.trim() !== '').length >= 2) ?? rows[0] ?? []
const said = (row: readonly string[]) => JSON.stringify(row.map((cell) => cell.trim()).filter(Boolean))

type Sheet = { rows: string[][]; isHidden: boolean; below: Map<number, number[]> }

async function readSheets(bytes: Buffer): Promise<Sheet[] | null> {
  try {
    const notes = sheetNotes(bytes)
    const sheets = await readExcelFile(bytes)
    return sheets.map(({ sheet, data }) => {
      const rows = data.map((row) => row.map(textOf))
      const { isHidden = false, merged = [] } = notes.get(sheet) ?? {}
      return { rows, isHidden, below: filledDown(rows, merged) }
    })
  } catch {
    return null
  }
}

/** What stands in a cell over several rows stands in each of them. Which cells of which rows go on from the row above. */
function filledDown(rows: string[][], merged: readonly Merged[]): Map<number, number[]> {
  const below = new Map<number, number[]>()
  for (const { column, first, last } of merged) {
    const text = rows[first]?.[column] ?? ''
    for (let at = first + 1; at <= Math.min(last, rows.length - 1); at += 1) {
      const row = rows[at]
      // rows below the last in which something stands are none
      if (!row || row.every((cell) => cell.trim() === '') || (row[column] ?? '') !== '') continue
      while (row.length <= column) row.push('')
      row[column] = text
      below.set(at, [...(below.get(at) ?? []), column])
    }
  }
  return below
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // a cell of figures holds fifteen of them: what has more is written so that nobody takes it for exact
  return typeof cell === 'number' && Math.abs(cell) >= 1e15 ? cell.toExponential() : String(cell)
}
