import { type Kysely, sql } from 'kysely'

/** One sealed value for each key: a process whose keys do not open them takes nothing in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table key_check (name text primary key, sealed bytea not null)`.execute(db)
}
