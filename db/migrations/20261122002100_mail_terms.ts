import { type Kysely, sql } from 'kysely'

/** Mails that were decided in quarantine are kept for a term only: what remains says that there was one, and what became of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table quarantine add column purged_on date`.execute(db)
  await sql`create index quarantine_decided on quarantine (decided_on) where state <> 'waiting' and purged_on is null`.execute(
    db,
  )
}
