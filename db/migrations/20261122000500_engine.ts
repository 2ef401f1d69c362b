import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table journal (
      subject text not null check (subject in ('case', 'typicalCase', 'settings')),
      subject_id uuid not null,
      seq integer not null,
      at timestamptz not null,
      actor_kind text not null check (actor_kind in ('staff', 'reporter', 'clock', 'machine')),
      actor_id uuid,
      actor_role text,
      type text not null,
      from_value jsonb,
      to_value jsonb,
      payload bytea,
      prev_hash bytea not null,
      hash bytea not null,
      -- a checkpoint takes rows of finished transactions only, whatever order they committed in
      xid xid8 not null default pg_current_xact_id(),
      primary key (subject_id, seq)
    )`.execute(db)
  await sql`create index journal_by_actor on journal (actor_id) where actor_id is not null`.execute(db)
  await sql`
    create table deadline (
      id uuid primary key,
      case_id uuid not null,
      name text not null,
      track text check (track in ('territory', 'department')),
      state text not null check (state in ('open', 'paused', 'lapsed', 'cleared')),
      set_on date not null,
      due_on date not null,
      days integer not null,
      rule text not null,
      calendar_version integer not null,
      provisional boolean not null,
      paused_on date,
      pauses integer not null default 0,
      rung text not null default 'none'
    )`.execute(db)
  // one live date per case, name and track
  await sql`
    create unique index deadline_live on deadline (case_id, name, coalesce(track, ''))
    where state in ('open', 'paused', 'lapsed')`.execute(db)
  // the sweep reads what is due, oldest first, and nothing else
  await sql`create index deadline_due on deadline (due_on, id) where state = 'open'`.execute(db)
  await sql`
    create table errand (
      id uuid primary key,
      task text not null,
      key text not null unique,
      case_id uuid,
      payload jsonb not null,
      not_before timestamptz,
      queued boolean not null default false,
      done boolean not null default false
    )`.execute(db)
  await sql`create index errand_waiting on errand (id) where not queued`.execute(db)
  await sql`create index errand_unfinished on errand (id) where not done`.execute(db)
  await sql`
    create table notice (
      id uuid primary key,
      errand_id uuid not null,
      staff_id uuid not null references staff,
      name text not null,
      message_id text not null unique,
      created_on date not null,
      sent boolean not null default false,
      attempts integer not null default 0,
      read_on date,
      unique (errand_id, staff_id)
    )`.execute(db)
  await sql`create index notice_by_staff on notice (staff_id, created_on desc)`.execute(db)
  await sql`
    create table refusal (
      id uuid primary key,
      at timestamptz not null,
      staff_id uuid not null,
      subject_id uuid not null,
      type text not null,
      code text not null
    )`.execute(db)
  // who looked at what: a look is not a step, so it takes no lock and no place in the chain
  await sql`
    create table look (
      id uuid primary key,
      case_id uuid not null,
      staff_id uuid not null,
      at timestamptz not null,
      page text not null
    )`.execute(db)
  await sql`create index look_by_case on look (case_id, at)`.execute(db)
  await sql`create index look_by_staff on look (staff_id, at)`.execute(db)
  await sql`
    create table answered_request (
      actor text not null,
      request text not null,
      answer jsonb not null,
      on_day date not null,
      primary key (actor, request)
    )`.execute(db)
  await sql`
    create unlogged table used_challenge (
      digest bytea primary key,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create schema engine`.execute(db)
  // add_job fails for a least-right role on graphile-worker's row-level security, even with every grant
  await sql`
    create function engine.enqueue(task text, payload json, key text) returns void
    language plpgsql security definer set search_path = pg_catalog, graphile_worker as $$
    begin
      perform graphile_worker.add_job(task, payload, job_key => key);
    end $$`.execute(db)
  await sql`revoke all on function engine.enqueue(text, json, text) from public`.execute(db)
}
