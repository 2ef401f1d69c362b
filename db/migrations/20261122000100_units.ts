import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unit (
      id uuid primary key,
      code text not null unique,
      name text not null,
      kind text not null check (kind in ('government', 'department', 'office', 'discipline')),
      level text not null check (level in ('city', 'county', 'township', 'village')),
      territory_parent uuid references unit,
      line_parent uuid references unit,
      line text,
      aliases text[] not null default '{}',
      closed_on date
    )`.execute(db)
  await sql`
    create table kind (
      code text primary key,
      aspect text not null,
      name_zh text not null,
      name_en text not null,
      mode text not null check (mode in ('verifyFirst', 'assignToVerify')),
      complexity text not null check (complexity in ('easy', 'standard', 'complex')),
      lines text[] not null,
      basis_zh text not null,
      basis_en text not null,
      position integer not null
    )`.execute(db)
  await sql`
    create table calendar_day (
      day date primary key,
      working boolean not null,
      name text
    )`.execute(db)
  await sql`
    create table calendar_year (
      year integer primary key,
      version integer not null
    )`.execute(db)
  await sql`
    create table town (
      name text primary key,
      value jsonb not null
    )`.execute(db)
}
