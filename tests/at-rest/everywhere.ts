import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

export type Place = { name: string; bytes: Buffer }

/** Every row of every table of every schema, as text, with its binary columns as the bytes they hold. */
export async function everyTable(owner: Database): Promise<Place[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner)
  const places: Place[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(owner)
    const text = rows.map(({ row }) => row).join('\n')
    const binary = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex'))
    places.push({ name, bytes: Buffer.concat([Buffer.from(text), ...binary.flatMap((bytes) => [NEWLINE, bytes])]) })
  }
  return places
}
const NEWLINE = Buffer.from('\n')

/** Every file of the server's folder, its log of writes among them, as it is after a checkpoint; null where it cannot be read. */
export async function everyFile(owner: Database): Promise<string[] | null> {
  await sql`checkpoint`.execute(owner)
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(owner)
  const folder = rows[0]?.data_directory ?? ''
  try {
    return filesIn(folder)
  } catch {
    return null
  }
}
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : []
  })
}

/** Which shapes are found where. A file that goes away meanwhile belongs to another test's database. */
export function found(shapes: ReadonlyMap<string, Buffer>, places: readonly (Place | string)[]): string[] {
  return places.flatMap((place) => {
    const { name, bytes } = typeof place === 'string' ? { name: place, bytes: contentOf(place) } : place
    return [...shapes].filter(([, shape]) => bytes.includes(shape)).map(([shape]) => `${shape} in ${name}`)
  })
}
function contentOf(path: string): Buffer {
  try {
    return statSync(path).size > 0 ? readFileSync(path) : Buffer.alloc(0)
  } catch {
    return Buffer.alloc(0)
  }
}
