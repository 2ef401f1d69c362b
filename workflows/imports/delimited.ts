import { parse } from 'csv-parse/sync'
import type { Table } from './table.ts'

/** Empty lines count here too: spreadsheets leave thousands of them, but to read millions takes seconds. */
const MOST_LINES = 65_536
const DELIMITERS = ['\t', ',', ';', '|', '，']
/** So many lines tell by what their cells are parted. */
const LOOKED_AT = 30

/**
 * The rows of a text in which cells are parted by commas, tabs or semicolons. Every line is a row, however lines end; what
 * could be read in two ways is refused: an end of line within a row that may be one of its own, a quotation mark that
 * takes in the rows below it.
 */
export function readDelimited(text: string): Table {
  const delimiter = delimiterOf(text)
  // one kind of end is read faster than three
  const lines = text.replace(/\r\n?/g, '\n')
  const exact = rowsIn(lines, delimiter, false)
  const rows = exact ?? rowsIn(lines, delimiter, true)
  if (!rows) return { problem: 'broken' }
  if (rows.length > MOST_LINES) return { problem: 'tooManyRows' }
  const width = widthOf(rows)
  const isMixed = new Set(text.match(/\r\n|\n|\r/g)).size > 1
  const isTwofold = hasSwallowed(rows, delimiter, exact ? width : 1) || (isMixed && hasCut(rows, width))
  return isTwofold ? { problem: 'twoWays' } : { rows }
}

function rowsIn(text: string, delimiter: string, isRelaxed: boolean): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: isRelaxed,
      record_delimiter: '\n',
      to: MOST_LINES + 1,
    })
  } catch {
    return null
  }
}

/** As many cells as most rows have. */
function widthOf(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [[width] = [0]] = [...counts].toSorted(([, one], [, other]) => other - one)
  return width
}

const isFilled = (row: readonly string[]) => row.some((cell) => cell.trim() !== '')

/** Below its first whole row, a row that is short or long: an end of line in it may be none. */
function hasCut(rows: readonly string[][], width: number): boolean {
  const first = rows.findIndex(({ length }) => length === width)
  return rows.slice(first).some((row) => isFilled(row) && row.length !== width)
}

/** A cell of several lines, one of which has the cells of a row. Of few cells this tells nothing. */
function hasSwallowed(rows: readonly string[][], delimiter: string, width: number): boolean {
  const isRow = (line: string) => line.split(delimiter).length >= width
  return (
    (width === 1 || width >= 4) &&
    rows.some((row) => row.some((cell) => cell.includes('\n') && cell.split('\n').some(isRow)))
  )
}

/** By what the first lines are parted most evenly. A tab beside each comma only pads it. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
  const padded = lines.map((line) => line.replace(/\t(?=[,;]|$)|(?<=[,;])\t/g, ''))
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, lines: evenly(padded, delimiter) })).toSorted(
    (one, other) => other.lines - one.lines,
  )
  return best && best.lines > 0 ? best.delimiter : ','
}

/** How many lines have as many of a delimiter as most have. */
function evenly(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const count = line.replace(/"[^"]*"/g, '').split(delimiter).length - 1
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}
