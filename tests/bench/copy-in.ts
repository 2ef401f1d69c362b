import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

export type Cell = string | number | boolean | Buffer | null | readonly string[] | readonly number[]
export type Row = Readonly<Record<string, Cell>>

/** A line by itself costs the stream more than making it does. */
const AT_ONCE = 200

/** Puts rows into a table by COPY; each row names the same columns. */
export async function copyIn(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const line = (row: Row) => `${columns.map((column) => written(row[column] ?? null)).join('\t')}\n`
  const lines = function* () {
    for (let at = 0; at < rows.length; at += AT_ONCE)
      yield rows
        .slice(at, at + AT_ONCE)
        .map(line)
        .join('')
  }
  const names = columns.map((column) => `"${column}"`).join(', ')
  await pipeline(Readable.from(lines()), client.query(from(`copy ${table} (${names}) from stdin`)))
}

/** One cell in COPY's text format. */
function written(cell: Cell): string {
  if (cell === null) return '\\N'
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`
  if (typeof cell === 'object') return `{${cell.join(',')}}`
  return String(cell).replace(/[\\\t\n\r]/g, (letter) => `\\${letter}`)
}
