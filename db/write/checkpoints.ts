import { type Insertable, sql } from 'kysely'
import type { CheckpointLeafTable, CheckpointTable } from '#db/tables/audit.ts'
import type { Database, Transaction } from '#db/transaction.ts'

/** One number of ours among the advisory locks of a database. */
const CHECKPOINT_LOCK = 720_004

/**
 * Runs `work` on one unchanging view of the database, alone: null where another process is making a checkpoint. All of
 * it is stored, or nothing.
 */
export const inCheckpoint = <Result>(
  db: Database,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result | null> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { rows } = await sql<{
        mine: boolean
      }>`select pg_try_advisory_xact_lock(${CHECKPOINT_LOCK}) as mine`.execute(tx)
      return rows[0]?.mine ? await work(tx) : null
    })

export async function insertLeaves(tx: Transaction, leaves: readonly Insertable<CheckpointLeafTable>[]): Promise<void> {
  if (leaves.length > 0) await tx.insertInto('checkpoint_leaf').values(leaves).execute()
}

export async function insertCheckpoint(tx: Transaction, row: Insertable<CheckpointTable>): Promise<void> {
  await tx.insertInto('checkpoint').values(row).execute()
}
