import { type Kysely, sql } from 'kysely'

/** How officers are reached: one mail and one text a batch and person, each under an id fixed before it leaves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table staff
      add column mobile text,
      add column language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
      add column quiet_mail boolean not null default false,
      add column quiet_sms boolean not null default false`.execute(db)
  // null: as the unit above, at last as the town
  await sql`alter table unit add column office_hours jsonb`.execute(db)
  await sql`
    create table sending (
      id uuid primary key,
      staff_id uuid not null references staff,
      channel text not null check (channel in ('mail', 'sms')),
      urgent boolean not null,
      message_id text not null unique,
      state text not null default 'open' check (state in ('open', 'sent', 'givenUp', 'needless')),
      unsure boolean not null default false,
      attempts integer not null default 0,
      strikes integer not null default 0,
      failure text,
      made_on date not null,
      done_hour timestamptz
    )`.execute(db)
  // what comes up while one is under way joins it, or waits until it is through
  await sql`create unique index sending_open on sending (staff_id, channel, urgent) where state = 'open'`.execute(db)
  await sql`create index sending_by_staff on sending (staff_id, made_on desc)`.execute(db)
  await sql`
    alter table notice
      add column mail text not null default 'waiting' check (mail in ('waiting', 'taken', 'dropped')),
      add column sms text not null default 'dropped' check (sms in ('waiting', 'taken', 'dropped')),
      add column mail_sending uuid references sending,
      add column sms_sending uuid references sending`.execute(db)
  // a mail that left before this was kept goes no second time
  await sql`update notice set mail = 'taken' where sent or attempts > 0`.execute(db)
  await sql`alter table notice drop column message_id, drop column sent, drop column attempts`.execute(db)
  await sql`create index notice_to_mail on notice (staff_id) where mail = 'waiting' and read_on is null`.execute(db)
  await sql`create index notice_to_text on notice (staff_id) where sms = 'waiting' and read_on is null`.execute(db)
  await sql`create index notice_by_mail on notice (mail_sending) where mail_sending is not null`.execute(db)
  await sql`create index notice_by_text on notice (sms_sending) where sms_sending is not null`.execute(db)
  await sql`
    create table calendar_feed (
      staff_id uuid primary key references staff,
      mac bytea not null unique,
      made_on date not null
    )`.execute(db)
}
