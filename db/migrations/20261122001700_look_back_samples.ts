import { type Kysely, sql } from 'kysely'

/**
 * Which cases are looked at again, where not all are: a share for each quarter, drawn by a seed of which the hash is
 * published before the quarter and the seed after it. A lot without a case fills the list up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table look_back_sample (
      quarter text primary key check (quarter ~ '^[0-9]{4}Q[1-4]$'),
      share smallint not null check (share between 1 and 99),
      seed bytea not null,
      commitment text not null,
      fixed_by uuid not null references staff (id),
      fixed_on date not null,
      published_on date
    )`.execute(db)
  await sql`
    create table look_back_lot (
      lot text primary key,
      quarter text not null references look_back_sample (quarter),
      case_id uuid unique references case_file (id),
      drawn boolean not null
    )`.execute(db)
  await sql`create index look_back_lot_of_quarter on look_back_lot (quarter, lot)`.execute(db)
}
