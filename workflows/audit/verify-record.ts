import { findNewestCheckpoint } from '#db/read/checkpoints.ts'
import { findVanishedSubject } from '#db/read/journal.ts'
import type { Database } from '#db/transaction.ts'
import { brokenAt, everyChain } from '#workflows/engine/journal.ts'
import type { House } from '#workflows/house.ts'
import { type Fault, FirstFaults } from './fault.ts'
import { verifyFile } from './verify-file.ts'
import { verifyTables } from './verify-tables.ts'
import { verifyTree } from './verify-tree.ts'

/**
 * How many rows and checkpoints were looked at, the hours in which somebody said that an older copy of the database was
 * put back, and the first position of each kind that does not hold.
 */
export type RecordVerdict = { rows: number; checkpoints: number; restored: string[]; faults: Fault[] }

/**
 * Holds the record against itself, against the checkpoints outside the database, and the tables against the record. All
 * of it on one view of the database, a page at a time.
 */
export const verifyRecord = (house: House): Promise<RecordVerdict> =>
  house.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verifyIn(house, tx))

/** The same within a view of the database that the caller holds. */
export async function verifyIn(house: House, db: Database): Promise<RecordVerdict> {
  const faults = new FirstFaults()
  let rows = 0
  for await (const chains of everyChain(db)) {
    for (const chain of chains) {
      const broken = brokenAt(chain)
      if (broken) faults.add({ ...broken, log: 'journal', subject: chain.id })
      rows += chain.rows.length
    }
    faults.add(...(await verifyTables(db, chains)))
  }
  const vanished = await findVanishedSubject(db)
  if (vanished) faults.add({ fault: 'subject gone', log: 'journal', subject: vanished.id, seq: vanished.seq })
  const made = (await findNewestCheckpoint(db)) !== undefined
  const file = await verifyFile(house, made)
  faults.add(...file.faults, ...(await verifyTree(db, file.signed)))
  return { rows, checkpoints: file.signed.length, restored: file.restored, faults: faults.list }
}
