import { type Kysely, sql } from 'kysely'

/** Supervision orders (督办单) and referrals to discipline inspection, as officials file them: by number, with their dates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table supervision_order (
      id uuid primary key,
      case_id uuid not null references case_file (id),
      letter_id uuid not null references letter (id),
      track text not null check (track in ('territory', 'department')),
      unit_id uuid not null references unit (id),
      number text not null unique,
      year integer not null,
      serial integer not null,
      note_id uuid not null references note (id),
      issued_by uuid not null references staff (id),
      issued_on date not null,
      answer_by date not null,
      answer_note_id uuid references note (id),
      answered_on date,
      settled_by uuid references staff (id),
      settled_on date,
      unique (year, serial)
    )`.execute(db)
  await sql`create index supervision_order_of_case on supervision_order (case_id)`.execute(db)
  await sql`create index supervision_order_of_letter on supervision_order (letter_id)`.execute(db)
  await sql`create index supervision_order_open on supervision_order (answer_by, id) where settled_on is null`.execute(
    db,
  )
  await sql`create index supervision_order_by_day on supervision_order (issued_on desc, id)`.execute(db)
  await sql`
    create table referral (
      id uuid primary key,
      case_id uuid not null references case_file (id),
      number text not null unique,
      year integer not null,
      serial integer not null,
      sheet bytea not null,
      referred_by uuid not null references staff (id),
      referred_on date not null,
      concluded_by uuid references staff (id),
      concluded_on date,
      unique (year, serial)
    )`.execute(db)
  await sql`create index referral_of_case on referral (case_id)`.execute(db)
  await sql`create index referral_by_day on referral (referred_on desc, id)`.execute(db)
}
