import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table typical_case (
      id uuid primary key,
      slug text unique,
      value jsonb not null,
      context jsonb not null,
      machine_version integer not null,
      revision integer not null,
      life text not null,
      title bytea not null,
      body bytea not null,
      published_on date,
      corrections integer not null default 0,
      authors uuid[] not null,
      approved_by uuid
    )`.execute(db)
  // the public list, newest first
  await sql`create index typical_case_published on typical_case (published_on desc, id) where published_on is not null`.execute(
    db,
  )
  await sql`
    create table typical_case_source (
      typical_case_id uuid not null references typical_case,
      case_id uuid not null,
      primary key (typical_case_id, case_id)
    )`.execute(db)
  await sql`create index typical_case_source_by_case on typical_case_source (case_id)`.execute(db)
  await sql`
    create table typical_case_revision (
      id uuid primary key,
      typical_case_id uuid not null references typical_case,
      version integer not null,
      by uuid not null,
      at timestamptz not null,
      title bytea not null,
      body bytea not null,
      remark bytea,
      unique (typical_case_id, version)
    )`.execute(db)
}
