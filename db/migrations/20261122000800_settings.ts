import { type Kysely, sql } from 'kysely'

/** What an administrator keeps: the history of units, kinds that retire, lengths of dates, templates, imports to confirm. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table unit add column revision integer not null default 1`.execute(db)
  await sql`
    create table unit_change (
      unit_id uuid not null references unit,
      revision integer not null,
      -- null: as it came
      valid_from date,
      name text not null,
      territory_parent uuid,
      line_parent uuid,
      line text,
      closed_on date,
      by uuid,
      primary key (unit_id, revision)
    )`.execute(db)
  await sql`alter table kind add column retired boolean not null default false`.execute(db)
  await sql`alter table kind add column revision integer not null default 1`.execute(db)
  await sql`alter table staff add column revision integer not null default 1`.execute(db)
  await sql`alter table staff add column left_on date`.execute(db)
  await sql`
    create table deadline_rule (
      id uuid primary key,
      name text not null,
      kind text references kind,
      complexity text check (complexity in ('easy', 'standard', 'complex')),
      days integer not null check (days > 0),
      valid_from date not null,
      ended_on date,
      source text not null,
      by uuid not null
    )`.execute(db)
  await sql`create index deadline_rule_by_name on deadline_rule (name, valid_from)`.execute(db)
  await sql`
    create table template (
      id uuid primary key,
      purpose text not null check (purpose in ('refusal', 'question', 'letter', 'reply', 'noReply')),
      kind text references kind,
      outcome text,
      title text not null,
      version integer not null,
      retired boolean not null default false
    )`.execute(db)
  await sql`create index template_by_purpose on template (purpose) where not retired`.execute(db)
  await sql`
    create table template_version (
      template_id uuid not null references template,
      version integer not null,
      parts jsonb not null,
      by uuid,
      written_on date not null,
      primary key (template_id, version)
    )`.execute(db)
  await sql`
    create table import_plan (
      id uuid primary key,
      subject text not null check (subject in ('units', 'people')),
      by uuid not null references staff,
      made_at timestamptz not null,
      plan bytea not null,
      done boolean not null default false
    )`.execute(db)
  // the cases that somebody held when they left, each moved on its own
  await sql`
    create table handed_case (
      staff_id uuid not null references staff,
      case_id uuid not null,
      fate text check (fate in ('successor', 'head', 'inCharge', 'overtaken')),
      primary key (staff_id, case_id)
    )`.execute(db)
  // what waits for one officer: their unread notices, the notes that name them
  await sql`create index notice_unread on notice (staff_id, created_on desc) where read_on is null`.execute(db)
  await sql`create index mention_by_staff on mention (staff_id)`.execute(db)
}
