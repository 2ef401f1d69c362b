import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff (
      id uuid primary key,
      login text not null unique,
      name text not null,
      email text,
      unit_id uuid not null references unit,
      password_hash text not null,
      totp_secret bytea not null,
      totp_step bigint not null default 0,
      disabled boolean not null default false
    )`.execute(db)
  await sql`
    create table staff_role (
      staff_id uuid not null references staff,
      role text not null,
      primary key (staff_id, role)
    )`.execute(db)
  // a notice is addressed by role, and then by unit
  await sql`create index staff_role_by_role on staff_role (role)`.execute(db)
  await sql`
    create table staff_session (
      token_hash bytea primary key,
      staff_id uuid not null references staff,
      begun_at timestamptz not null,
      seen_at timestamptz not null
    )`.execute(db)
  // all of one person's sessions end together
  await sql`create index staff_session_by_staff on staff_session (staff_id)`.execute(db)
}
