import { type Kysely, sql } from 'kysely'

/** Officers whom a report accuses by name: kept away from the case in every role, whatever becomes of the accusation of their office. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table case_file add column accused_people uuid[] not null default '{}'`.execute(db)
  await sql`drop index case_file_accusing`.execute(db)
  await sql`create index case_file_accusing on case_file using gin (accused, accused_provisional, accused_people)`.execute(
    db,
  )
}
