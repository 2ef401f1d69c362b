import { type Kysely, sql } from 'kysely'

/**
 * A year whose notice was entered again had a calendar before that too. A town begins with the years up to 2026, of version
 * 1; of a later one that was entered twice already, only the newest version is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table calendar_year add column first_version integer not null default 1`.execute(db)
  await sql`update calendar_year set first_version = version where year > 2026`.execute(db)
}
