import { type Selectable, sql } from 'kysely'
import type { CheckpointLeafTable, CheckpointTable } from '#db/tables/audit.ts'
import type { Database } from '#db/transaction.ts'

export type StoredCheckpoint = Selectable<CheckpointTable>
export type StoredLeaf = Selectable<CheckpointLeafTable>
/** The tables whose rows are leaves. */
export const LOGS = ['journal', 'look', 'refusal'] as const
export type Log = (typeof LOGS)[number]
/** A row's place in its table, by which pages of rows follow each other. */
export type RowPlace = { row_id: string; seq: number }
export type LoggedRow = RowPlace & { row: object }

export const findNewestCheckpoint = (db: Database): Promise<StoredCheckpoint | undefined> =>
  db.selectFrom('checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()

/** Those of more leaves than `size`, smallest first. */
export const listCheckpointsBeyond = (db: Database, size: number): Promise<StoredCheckpoint[]> =>
  db.selectFrom('checkpoint').selectAll().where('size', '>', size).orderBy('size').execute()

export async function countLeaves(db: Database): Promise<number> {
  const last = await db
    .selectFrom('checkpoint_leaf')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? last.position + 1 : 0
}

/** Which transactions are over in this transaction's own view of the database. */
export async function findHorizon(db: Database): Promise<{ over: string; begun: string }> {
  const { rows } = await sql<{ over: string; begun: string }>`
    select pg_snapshot_xmin(pg_current_snapshot()) as over, pg_snapshot_xmax(pg_current_snapshot()) as begun`.execute(
    db,
  )
  if (!rows[0]) throw new Error('no snapshot')
  return rows[0]
}

const idOf = (log: Log) => sql.ref(log === 'journal' ? 'logged.subject_id' : 'logged.id')
const seqOf = (log: Log) => (log === 'journal' ? sql.ref('logged.seq') : sql`0::integer`)

/**
 * Rows that are no leaves yet, of transactions from `since` on that are over: a page, by their place in the table, which
 * tells nothing of the order in which they were written. A row that a restore brought from another server, where
 * transactions were counted further, is one of them.
 */
export async function listRowsWithoutLeaf(
  db: Database,
  log: Log,
  { since, over, begun, last, limit }: { since: string; over: string; begun: string; last?: RowPlace; limit: number },
): Promise<LoggedRow[]> {
  const after = last ? sql`and (${idOf(log)}, ${seqOf(log)}) > (${last.row_id}::uuid, ${last.seq}::integer)` : sql``
  const { rows } = await sql<Record<string, unknown>>`
    select logged.* from ${sql.table(log)} logged
    where logged.xid >= ${since}::xid8 and (logged.xid < ${over}::xid8 or logged.xid >= ${begun}::xid8)
      and not exists (select from checkpoint_leaf leaf
        where leaf.row_id = ${idOf(log)} and leaf.seq = ${seqOf(log)} and leaf.log = ${log})
      ${after}
    order by ${idOf(log)}, ${seqOf(log)} limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...placeOf(log, row), row }))
}

/** A row that says it was written before `before`, and is no leaf. */
export async function findRowBeside(db: Database, log: Log, before: string): Promise<RowPlace | undefined> {
  const { rows } = await sql<Record<string, unknown>>`
    select logged.* from ${sql.table(log)} logged
    where logged.xid < ${before}::xid8 and not exists (select from checkpoint_leaf leaf
      where leaf.row_id = ${idOf(log)} and leaf.seq = ${seqOf(log)} and leaf.log = ${log})
    order by ${idOf(log)}, ${seqOf(log)} limit 1`.execute(db)
  return rows[0] && placeOf(log, rows[0])
}

/** Leaves from `position` on: a page. */
export const listLeaves = (db: Database, position: number, limit: number): Promise<StoredLeaf[]> =>
  db
    .selectFrom('checkpoint_leaf')
    .selectAll()
    .where('position', '>=', position)
    .orderBy('position')
    .limit(limit)
    .execute()

/** The rows of one log behind some leaves, as far as they are there. */
export async function listLogged(db: Database, log: Log, places: readonly RowPlace[]): Promise<LoggedRow[]> {
  if (places.length === 0) return []
  const ids = places.map(({ row_id }) => row_id)
  const seqs = places.map(({ seq }) => seq)
  const same = log === 'journal' ? sql`and logged.seq = wanted.seq` : sql``
  const { rows } = await sql<Record<string, unknown>>`
    select logged.* from unnest(${ids}::uuid[], ${seqs}::integer[]) as wanted (row_id, seq)
    join ${sql.table(log)} logged on ${idOf(log)} = wanted.row_id ${same}`.execute(db)
  return rows.map((row) => ({ ...placeOf(log, row), row }))
}

const placeOf = (log: Log, row: Record<string, unknown>): RowPlace =>
  log === 'journal' ? { row_id: String(row.subject_id), seq: Number(row.seq) } : { row_id: String(row.id), seq: 0 }
