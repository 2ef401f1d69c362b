import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** The values of these settings of the database server, by their names; one that this login may not see is left out. */
export async function findServerSettings(db: Database, names: readonly string[]): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any(${sql.val(names)}::text[])`.execute(db)
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}
