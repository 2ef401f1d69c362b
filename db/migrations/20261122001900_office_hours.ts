import { type Kysely, sql } from 'kysely'

/** A unit's working hours have a history like its name and its place; null: those of the unit above it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table unit_change add column office_hours jsonb`.execute(db)
}
