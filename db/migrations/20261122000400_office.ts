import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table note (
      id uuid primary key,
      case_id uuid not null,
      by uuid not null,
      about text not null,
      at timestamptz not null,
      body bytea not null
    )`.execute(db)
  await sql`create index note_by_case on note (case_id)`.execute(db)
  await sql`
    create table brief (
      id uuid primary key,
      case_id uuid not null,
      version integer not null,
      body bytea not null,
      by uuid not null,
      written_on date not null,
      territory_unit uuid,
      department_unit uuid,
      lead text check (lead in ('territory', 'department')),
      unique (case_id, version)
    )`.execute(db)
  await sql`
    create table letter (
      id uuid primary key,
      case_id uuid not null,
      brief_id uuid not null,
      track text not null check (track in ('territory', 'department')),
      unit_id uuid not null references unit,
      number text not null unique,
      year integer not null,
      serial integer not null,
      lead boolean not null,
      complexity text not null check (complexity in ('easy', 'standard', 'complex')),
      task bytea not null,
      quality bytea not null,
      feedback_standard bytea not null,
      issued_by uuid not null,
      issued_on date not null,
      acknowledged_on date,
      superseded boolean not null default false,
      unique (year, serial)
    )`.execute(db)
  // a unit's inbox, newest first
  await sql`create index letter_by_unit on letter (unit_id, issued_on desc, id)`.execute(db)
  await sql`create index letter_by_case on letter (case_id)`.execute(db)
  // at most one letter of a track counts
  await sql`create unique index letter_in_force on letter (case_id, track) where not superseded`.execute(db)
  await sql`
    create table objection (
      id uuid primary key,
      case_id uuid not null,
      letter_id uuid not null references letter,
      by uuid not null,
      grounds bytea not null,
      raised_on date not null,
      ruling text check (ruling in ('reassigned', 'confirmed')),
      ruled_by uuid,
      ruling_grounds bytea
    )`.execute(db)
  await sql`create index objection_by_case on objection (case_id)`.execute(db)
  await sql`
    create table extension (
      id uuid primary key,
      case_id uuid not null,
      letter_id uuid not null references letter,
      by uuid not null,
      days integer not null check (days between 1 and 7),
      grounds bytea not null,
      asked_on date not null,
      granted boolean,
      ruled_by uuid,
      ruling_grounds bytea
    )`.execute(db)
  await sql`create index extension_by_case on extension (case_id)`.execute(db)
  await sql`
    create table result (
      id uuid primary key,
      case_id uuid not null,
      letter_id uuid not null references letter,
      by uuid not null,
      submitted_on date not null,
      facts bytea not null,
      measures bytea not null,
      effect bytea not null,
      prevention bytea not null,
      upkeep bytea,
      returned bytea
    )`.execute(db)
  await sql`create index result_by_case on result (case_id)`.execute(db)
  await sql`
    create table reply (
      id uuid primary key,
      case_id uuid not null,
      version integer not null,
      by uuid not null,
      ground text,
      body bytea not null,
      state text not null check (state in ('drafted', 'approved', 'returned')),
      second uuid,
      unique (case_id, version)
    )`.execute(db)
  await sql`
    create table rating (
      id uuid primary key,
      case_id uuid not null,
      report_id uuid not null,
      satisfied boolean not null,
      consent boolean not null,
      hour timestamptz not null,
      body bytea
    )`.execute(db)
  await sql`create index rating_by_case on rating (case_id)`.execute(db)
}
