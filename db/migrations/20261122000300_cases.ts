import { type Kysely, sql } from 'kysely'

/** No foreign keys from what a case has said into the case, so that partitioning stays a later step. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table data_key (
      id uuid primary key,
      purpose text not null check (purpose in ('case', 'typicalCase')),
      wrapped bytea not null
    )`.execute(db)
  await sql`
    create table case_file (
      id uuid primary key,
      number text not null unique,
      kind text references kind,
      complexity text check (complexity in ('easy', 'standard', 'complex')),
      value jsonb not null,
      context jsonb not null,
      machine_version integer not null,
      revision integer not null,
      life text not null,
      holder uuid,
      place_unit uuid references unit,
      accused uuid[] not null,
      accused_provisional uuid[] not null,
      no_dispatch boolean not null,
      reprisal boolean not null default false,
      urgent boolean not null default false,
      slow_lane boolean not null,
      main_case uuid,
      received_on date not null,
      accepted_on date,
      due_on date,
      due_name text,
      closed_on date
    )`.execute(db)
  // a queue is one state in order of date, read page by page
  await sql`create index case_file_queue on case_file (life, due_on nulls last, id)`.execute(db)
  await sql`create index case_file_by_holder on case_file (holder, due_on nulls last, id) where holder is not null`.execute(
    db,
  )
  await sql`create index case_file_by_main on case_file (main_case) where main_case is not null`.execute(db)
  await sql`create index case_file_reprisal on case_file (id) where reprisal`.execute(db)
  await sql`
    create table report (
      id uuid primary key,
      case_id uuid not null,
      channel text not null check (channel in ('web', 'mailbox', 'hotline')),
      receipt_mac bytea not null unique,
      received_hour timestamptz not null,
      body bytea not null,
      place bytea,
      unit bytea,
      happened bytea,
      no_dispatch boolean not null,
      has_contact boolean not null,
      shown integer not null default 1,
      used boolean not null default false
    )`.execute(db)
  await sql`create index report_by_case on report (case_id)`.execute(db)
  await sql`
    create table message (
      id uuid primary key,
      case_id uuid not null,
      report_id uuid,
      seq integer not null,
      said_by text not null check (said_by in ('reporter', 'office')),
      about text not null,
      hour timestamptz not null,
      body bytea not null,
      unique (case_id, seq)
    )`.execute(db)
  await sql`
    create table file (
      id uuid primary key,
      case_id uuid not null,
      owner text not null check (owner in ('report', 'message', 'result')),
      owner_id uuid not null,
      name bytea not null,
      type text not null,
      size integer not null,
      chunks integer not null
    )`.execute(db)
  await sql`create index file_by_owner on file (owner_id)`.execute(db)
  await sql`create index file_by_case on file (case_id)`.execute(db)
  await sql`
    create table file_chunk (
      file_id uuid not null,
      position integer not null,
      bytes bytea not null,
      primary key (file_id, position)
    )`.execute(db)
  // ciphertext does not compress: trying costs more than storing
  await sql`alter table file_chunk alter column bytes set storage external`.execute(db)
  await sql`create schema vault`.execute(db)
  // sealed to the vault's public key: the server can put in and cannot take out
  await sql`
    create table vault.sealed_contact (
      id uuid primary key,
      report_id uuid not null,
      sealed bytea not null
    )`.execute(db)
  await sql`create schema search`.execute(db)
  await sql`
    create table search.search_tokens (
      case_id uuid primary key,
      tokens integer[] not null
    )`.execute(db)
  await sql`create index search_tokens_by_token on search.search_tokens using gin (tokens)`.execute(db)
}
