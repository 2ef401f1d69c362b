import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** Every table of every schema of ours and of the job queue, by name, with its number of rows and a checksum of them. */
export async function fingerprint(owner: Database): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(owner)
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ print: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print
      from ${sql.raw(name)} t`.execute(owner)
    found[name] = rows[0]?.print ?? ''
  }
  return found
}

/** The tables that differ. */
export const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table])
