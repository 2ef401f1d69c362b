import { type Kysely, sql } from 'kysely'

/** What officers need to work side by side: splitting, likeness, presence, mentions, deputies, views of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table case_file add column split_from uuid`.execute(db)
  await sql`create index case_file_by_split on case_file (split_from) where split_from is not null`.execute(db)
  // one reporter, two matters: both threads open with the one code
  await sql`alter table report add column split_from uuid`.execute(db)
  await sql`create index report_by_split on report (split_from) where split_from is not null`.execute(db)
  await sql`
    create table search.likeness (
      case_id uuid primary key,
      signature integer[] not null,
      bands integer[] not null
    )`.execute(db)
  await sql`create index likeness_by_band on search.likeness using gin (bands)`.execute(db)
  // lost in a crash, and nobody misses it
  await sql`
    create unlogged table open_page (
      case_id uuid not null,
      staff_id uuid not null references staff,
      since timestamptz not null,
      seen_at timestamptz not null,
      primary key (case_id, staff_id)
    )`.execute(db)
  await sql`
    create table mention (
      note_id uuid not null,
      case_id uuid not null,
      staff_id uuid not null references staff,
      revision integer not null,
      primary key (note_id, staff_id)
    )`.execute(db)
  await sql`create index mention_by_case on mention (case_id, revision)`.execute(db)
  await sql`
    create table absence (
      id uuid primary key,
      staff_id uuid not null references staff,
      deputy_id uuid not null references staff,
      from_on date not null,
      until_on date not null check (until_on >= from_on),
      ended_on date,
      check (deputy_id <> staff_id)
    )`.execute(db)
  await sql`create index absence_by_staff on absence (staff_id, until_on)`.execute(db)
  await sql`create index absence_by_deputy on absence (deputy_id, until_on)`.execute(db)
  await sql`
    create table saved_view (
      id uuid primary key,
      staff_id uuid not null references staff,
      position integer not null,
      view bytea not null
    )`.execute(db)
  await sql`create index saved_view_by_staff on saved_view (staff_id, position)`.execute(db)
  // whom somebody is looking for, then what is urgent, then by date; a row comparison reads a page from the index alone
  await sql`
    alter table case_file
      add column urgency smallint not null
        generated always as (case when reprisal then 0 when urgent then 1 else 2 end) stored,
      add column due_order date not null generated always as (coalesce(due_on, date 'infinity')) stored`.execute(db)
  await sql`drop index case_file_queue`.execute(db)
  await sql`create index case_file_queue on case_file (life, urgency, due_order, id)`.execute(db)
  // what is over is most of a town, and is listed from its latest day
  await sql`
    create index case_file_over on case_file (life, received_on, id)
      where life in ('closed', 'struckOff', 'notAccepted', 'handedUp', 'merged')`.execute(db)
  // what is rare is found without leafing through everybody else's cases
  await sql`create index case_file_by_kind on case_file (kind, life)`.execute(db)
  await sql`create index case_file_by_place on case_file (place_unit, life)`.execute(db)
  await sql`create index case_file_slow_lane on case_file (life) where slow_lane`.execute(db)
  await sql`
    create index case_file_provisional on case_file (life)
      where cardinality(accused) = 0 and cardinality(accused_provisional) > 0`.execute(db)
  // what officers may find who do not read what reporters said, the day by which a result is put in order, and the
  // rebuilding that wrote the row; random numbers do not compress: trying costs more than storing
  await sql`
    alter table search.search_tokens
      add column office_tokens integer[] not null default '{}',
      add column received_on date,
      add column generation integer not null default 0,
      alter column tokens set storage external,
      alter column office_tokens set storage external`.execute(db)
  await sql`
    update search.search_tokens set received_on = case_file.received_on
    from case_file where case_file.id = search_tokens.case_id`.execute(db)
  await sql`delete from search.search_tokens where received_on is null`.execute(db)
  await sql`alter table search.search_tokens alter column received_on set not null`.execute(db)
  await sql`create index search_tokens_by_office_token on search.search_tokens using gin (office_tokens)`.execute(db)
  await sql`create index search_tokens_newest on search.search_tokens (received_on, case_id)`.execute(db)
  await sql`create index case_file_newest on case_file (received_on, id)`.execute(db)
}
