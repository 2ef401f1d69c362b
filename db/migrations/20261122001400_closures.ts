import { type Kysely, sql } from 'kysely'

/** Days on which the whole town is closed although the country works: a typhoon, a lockdown, a local festival. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table closure (
      day date primary key,
      name text not null,
      version integer not null,
      withdrawn_version integer,
      by uuid not null
    )`.execute(db)
}
