/** Why a file is not read. `tooMuch`: what stands in it is more than is read, however small the file is. `markup`: a page, without a table. `twoWays`: where its rows or cells end cannot be told. */
export type TableProblem =
  | 'empty'
  | 'tooLarge'
  | 'tooMuch'
  | 'tooManyRows'
  | 'notATable'
  | 'markup'
  | 'twoWays'
  | 'oldExcel'
  | 'encoding'
  | 'broken'
  | 'severalSheets'
/** `below`: by the row, counted from 0, the columns of which the cell goes on from the row above. */
export type Table = { rows: string[][]; below?: Map<number, number[]> } | { problem: TableProblem }

/**
 * What a table may be. `rows` counts those in which something stands, `unpacked` bytes, `characters` all cells as they are
 * read: one text may stand in a file once and in a thousand cells.
 */
export type TableLimits = { rows: number; bytes: number; unpacked: number; columns: number; characters: number }
export const TABLE_LIMITS: TableLimits = {
  rows: 5000,
  bytes: 5 * 1024 * 1024,
  unpacked: 24 * 1024 * 1024,
  columns: 40,
  characters: 5_000_000,
}

/** Whether nothing stands in a row. */
export const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell === '')
