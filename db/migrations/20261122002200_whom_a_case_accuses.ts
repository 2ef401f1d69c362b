import { type Kysely, sql } from 'kysely'

/** What an officer may not know of is found by whom it accuses, so that the rest is counted from an index alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_file_accusing on case_file using gin (accused, accused_provisional)`.execute(db)
}
