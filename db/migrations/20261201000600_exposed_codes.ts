import { type Kysely, sql } from 'kysely'

/** A receipt code that somebody else has seen, and the one that took its place. Days and hours only, and no code. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table report
      add column code_exposed_on date,
      add column code_replaced_on date,
      add column code_number integer not null default 1,
      add column closed_seq integer,
      add column closed_hour timestamptz`.execute(db)
}
