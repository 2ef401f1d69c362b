import { type Kysely, sql } from 'kysely'

/** What is done about a date that nobody answers, kept with the date as the rule of its day gave it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table deadline add column ladder jsonb`.execute(db)
  await sql`alter table deadline add column next_rung text`.execute(db)
  await sql`alter table deadline add column rings_on date`.execute(db)
  // the sweep reads what rings by today and nothing else, however much is open
  await sql`create index deadline_ringing on deadline (rings_on, id) where rings_on is not null`.execute(db)
  await sql`create index deadline_late on deadline (due_on, id) where state = 'lapsed'`.execute(db)
  await sql`
    alter table deadline_rule
      add column reminder integer check (reminder >= 0),
      add column yellow integer check (yellow >= 0),
      add column supervision integer check (supervision >= 0),
      add column leader integer check (leader >= 0)`.execute(db)
}
