import {
  countLeaves,
  findHorizon,
  findNewestCheckpoint,
  findRowBeside,
  listLeaves,
  listLogged,
  LOGS,
  type StoredLeaf,
} from '#db/read/checkpoints.ts'
import type { Database } from '#db/transaction.ts'
import { NO_PEAKS, rootOf, withLeaf } from '#workflows/protection/merkle.ts'
import type { Checkpoint } from './checkpoint-file.ts'
import { type Fault, FirstFaults } from './fault.ts'
import { leafOf } from './leaf.ts'

const PAGE = 2000

/**
 * Walks the tree beside the checkpoints that are kept outside the database: every leaf must still be a row as it was,
 * and the leaves must give every root that was signed.
 */
export async function verifyTree(db: Database, signed: readonly Checkpoint[]): Promise<Fault[]> {
  const faults = new FirstFaults()
  const held = await countLeaves(db)
  const newest = signed.at(-1)
  if (newest && held < newest.size)
    faults.add({ fault: 'older database', hour: hourOf(newest), detail: `${held} / ${newest.size}` })
  let tree = NO_PEAKS
  const waiting = [...signed]
  /** of the checkpoint that took the leaf at this place in */
  const taken = (position: number) => waiting.find(({ size }) => size > position)
  for (;;) {
    const leaves = await listLeaves(db, tree.size, PAGE)
    faults.add(...(await rowsBehind(db, leaves, (position) => hourOf(taken(position)))))
    for (const leaf of leaves) {
      if (leaf.position !== tree.size) {
        faults.add({ fault: 'leaf gone', hour: hourOf(taken(tree.size)), detail: String(tree.size) })
        // what comes after it has another place now, and no root would agree
        return [...faults.list, ...(await rowsPutIn(db))]
      }
      tree = withLeaf(tree, leaf.hash)
      const checkpoint = waiting[0]
      if (checkpoint?.size !== tree.size) continue
      if (!rootOf(tree).equals(checkpoint.root)) faults.add({ fault: 'tree changed', hour: hourOf(checkpoint) })
      waiting.shift()
    }
    if (leaves.length < PAGE) break
  }
  return [...faults.list, ...(await rowsPutIn(db))]
}

const hourOf = (checkpoint: Checkpoint | undefined) => checkpoint?.hour.toISOString()

/** Rows that are gone, or no longer what was taken into the tree. */
async function rowsBehind(
  db: Database,
  leaves: readonly StoredLeaf[],
  hour: (position: number) => string | undefined,
): Promise<Fault[]> {
  const rows = new Map<string, object>()
  for (const log of LOGS)
    for (const { row_id, seq, row } of await listLogged(
      db,
      log,
      leaves.filter((leaf) => leaf.log === log),
    ))
      rows.set(nameOf({ log, row_id, seq }), row)
  return leaves.flatMap((leaf): Fault[] => {
    const row = leaf.log === 'padding' ? { id: leaf.row_id } : rows.get(nameOf(leaf))
    if (row && leafOf(leaf.log, row).equals(leaf.hash)) return []
    const where = { subject: leaf.row_id, hour: hour(leaf.position) }
    if (leaf.log === 'padding') return [{ fault: 'tree changed', ...where }]
    const seq = leaf.log === 'journal' ? { seq: leaf.seq } : {}
    return [{ fault: row ? 'row rewritten' : 'row removed', log: leaf.log, ...where, ...seq }]
  })
}

const nameOf = ({ log, row_id, seq }: Pick<StoredLeaf, 'log' | 'row_id' | 'seq'>) => `${log}:${row_id}:${seq}`

/** A row that claims to be older than the newest checkpoint, and was not there when it was made. */
async function rowsPutIn(db: Database): Promise<Fault[]> {
  const newest = await findNewestCheckpoint(db)
  const { begun } = await findHorizon(db)
  // another server counts transactions anew
  if (!newest || BigInt(newest.before) > BigInt(begun)) return []
  for (const log of LOGS) {
    const found = await findRowBeside(db, log, newest.before)
    if (!found) continue
    const seq = log === 'journal' ? { seq: found.seq } : {}
    return [{ fault: 'row put in', log, subject: found.row_id, ...seq, hour: newest.hour.toISOString() }]
  }
  return []
}
