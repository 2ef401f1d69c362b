import { type Kysely, sql } from 'kysely'

/** The record's proof: a Merkle tree over journal, looks and refusals, and what each step wrote beside its state. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // the dates, letters and columns of the case that a step left behind; null for rows from before this
  await sql`alter table journal add column wrote jsonb`.execute(db)
  // a checkpoint takes rows of finished transactions only, whatever order they committed in
  for (const table of ['look', 'refusal'])
    await sql`alter table ${sql.table(table)} add column xid xid8 not null default pg_current_xact_id()`.execute(db)
  for (const table of ['journal', 'look', 'refusal'])
    await sql`create index ${sql.raw(`${table}_by_transaction`)} on ${sql.table(table)} (xid)`.execute(db)
  await sql`
    create table checkpoint_leaf (
      position bigint primary key,
      log text not null check (log in ('journal', 'look', 'refusal', 'padding')),
      -- the row's id; of the journal the subject, with the place in its chain
      row_id uuid not null,
      seq integer not null,
      hash bytea not null,
      unique (row_id, seq, log)
    )`.execute(db)
  await sql`
    create table checkpoint (
      size bigint primary key,
      hour timestamptz not null,
      root bytea not null,
      -- the complete subtrees, left to right: the next checkpoint goes on from them
      peaks bytea not null,
      consistency bytea[] not null,
      -- every row of a transaction before this is in the tree
      before xid8 not null,
      -- made after an older copy of the database was put back, and said so
      restored boolean not null,
      signature bytea not null
    )`.execute(db)
}
