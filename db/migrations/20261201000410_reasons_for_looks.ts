import { type Kysely, sql } from 'kysely'

/** Why an officer opened a case that is not theirs, sealed under its key: a reason may quote what it is about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table look add column reason bytea`.execute(db)
  await sql`create index look_with_reason on look (at, staff_id) where reason is not null`.execute(db)
}
