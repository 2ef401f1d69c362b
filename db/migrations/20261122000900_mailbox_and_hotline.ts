import { type Kysely, sql } from 'kysely'

/** The two other ways in: what mail and calls leave behind beside the report they become. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table data_key drop constraint data_key_purpose_check`.execute(db)
  await sql`
    alter table data_key add check (purpose in ('case', 'typicalCase', 'quarantine', 'import'))`.execute(db)
  await sql`alter table journal drop constraint journal_subject_check`.execute(db)
  await sql`
    alter table journal add check (subject in ('case', 'typicalCase', 'settings', 'mail'))`.execute(db)
  await sql`alter table report add column folded bytea`.execute(db)
  await sql`alter table report add column unanswered text`.execute(db)
  await sql`
    create table mail (
      id uuid primary key,
      mark bytea not null unique,
      outcome text not null check (outcome in ('report', 'supplement', 'quarantined', 'ignored')),
      reason text,
      report_id uuid,
      received_on date not null
    )`.execute(db)
  await sql`
    create table quarantine (
      mail_id uuid primary key references mail,
      received_on date not null,
      size integer not null,
      chunks integer not null,
      accused uuid[] not null,
      state text not null check (state in ('waiting', 'released', 'rejected')),
      revision integer not null default 1,
      decided_by uuid,
      decided_on date,
      grounds bytea,
      words bytea
    )`.execute(db)
  await sql`create index quarantine_waiting on quarantine (received_on, mail_id) where state = 'waiting'`.execute(db)
  await sql`
    create table quarantine_chunk (
      mail_id uuid not null references quarantine,
      position integer not null,
      bytes bytea not null,
      primary key (mail_id, position)
    )`.execute(db)
  await sql`
    create table postbox (
      report_id uuid primary key,
      sealed bytea not null
    )`.execute(db)
  await sql`
    create table mail_link (
      report_id uuid primary key,
      expires_on date not null,
      used boolean not null default false
    )`.execute(db)
  // what leaves for a reporter: one mail for one thing that happened
  await sql`
    create table outgoing_mail (
      id uuid primary key,
      report_id uuid not null,
      about text not null check (about in ('acknowledgement', 'news')),
      key text not null unique,
      message_id text not null,
      created_on date not null,
      sent boolean not null default false,
      attempts integer not null default 0
    )`.execute(db)
  await sql`create index outgoing_mail_unsent on outgoing_mail (created_on) where not sent`.execute(db)
  await sql`create table answered_mailbox (mark bytea primary key, on_day date not null, times integer not null)`.execute(
    db,
  )
  await sql`create table mail_domain (domain text primary key, unit_id uuid not null references unit)`.execute(db)
  await sql`
    create table vault.sealed_original (
      id uuid primary key,
      report_id uuid not null,
      sealed bytea not null
    )`.execute(db)
  await sql`
    create table hotline_call (
      report_id uuid primary key,
      mark bytea not null unique,
      order_number bytea,
      source text not null check (source in ('switchboard', 'import', 'push')),
      kind text references kind,
      received_on date not null,
      answered_on date
    )`.execute(db)
  await sql`create index hotline_call_unanswered on hotline_call (received_on) where answered_on is null`.execute(db)
  await sql`
    create table hotline_import (
      id uuid primary key,
      by uuid not null references staff,
      made_at timestamptz not null,
      calls integer not null,
      state text not null check (state in ('previewed', 'running', 'done', 'dropped'))
    )`.execute(db)
  // a row's words are kept until it has its outcome; a refused row's until its file was fetched or the import purged
  await sql`
    create table hotline_import_row (
      import_id uuid not null references hotline_import,
      position integer not null,
      sealed bytea,
      outcome text not null check (outcome in ('waiting', 'report', 'duplicate', 'refused')),
      reason text,
      report_id uuid,
      primary key (import_id, position)
    )`.execute(db)
  await sql`
    create table column_mapping (
      headings bytea primary key,
      mapping jsonb not null,
      changed_by uuid not null,
      changed_on date not null
    )`.execute(db)
}
