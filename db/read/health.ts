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
