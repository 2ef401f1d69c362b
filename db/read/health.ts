import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** The server's version as it says it itself, e.g. `18.4`. */
export async function findServerVersion(db: Database): Promise<string> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
  return rows[0]?.version ?? ''
}

/** When the newest act of all was recorded; undefined in an empty town. */
export async function findLastInstant(db: Database): Promise<Date | undefined> {
  const row = await db.selectFrom('journal').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row?.at
}

/** What the server keeps, and hands on, of the instant of each commit. */
export async function findTimeKeeping(db: Database): Promise<{ tracked: boolean; archived: boolean; copied: boolean }> {
  const { rows } = await sql<{ tracked: boolean; archived: boolean; copied: boolean }>`
    select current_setting('track_commit_timestamp')::boolean as tracked,
      current_setting('archive_mode') <> 'off' as archived,
      exists (select from pg_replication_slots) or exists (select from pg_stat_replication) as copied`.execute(db)
  if (!rows[0]) throw new Error('no settings')
  return rows[0]
}
