import { type Kysely, sql } from 'kysely'

/**
 * An account is proposed by one person and confirmed by another, and its owner alone chooses what they sign in with: until
 * then it has neither password nor one-time secret.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table staff
      alter column password_hash drop not null,
      alter column totp_secret drop not null,
      add column set_up_by text,
      add column set_up_on date`.execute(db)
  await sql`create index staff_by_who_set_it_up on staff (set_up_by) where set_up_by is not null`.execute(db)
  await sql`
    create table account_request (
      id uuid primary key,
      act text not null check (act in ('open', 'change', 'reset', 'absence', 'leave')),
      staff_id uuid references staff,
      login text not null,
      said bytea not null,
      proposed_by uuid references staff,
      proposed_on date not null,
      state text not null default 'open' check (state in ('open', 'confirmed', 'refused', 'withdrawn')),
      decided_by uuid references staff,
      decided_on date
    )`.execute(db)
  // two proposals of the same would be two answers to one question
  await sql`create unique index account_request_open_once on account_request (login, act) where state = 'open'`.execute(
    db,
  )
  await sql`create index account_request_by_day on account_request (proposed_on desc, id)`.execute(db)
  await sql`
    create table enrolment (
      staff_id uuid primary key references staff,
      request_id uuid references account_request,
      mac bytea not null unique,
      good_until timestamptz not null
    )`.execute(db)
}
