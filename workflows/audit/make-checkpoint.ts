import { randomUUID } from 'node:crypto'
import {
  findHorizon,
  findNewestCheckpoint,
  listCheckpointsBeyond,
  listRowsWithoutLeaf,
  LOGS,
  type LoggedRow,
  type StoredCheckpoint,
} from '#db/read/checkpoints.ts'
import type { Transaction } from '#db/transaction.ts'
import { inCheckpoint, insertCheckpoint, insertLeaves } from '#db/write/checkpoints.ts'
import { hourOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { checkpointKey, signCheckpoint } from '#workflows/protection/checkpoint-key.ts'
import { consistencyProof, NO_PEAKS, type Peaks, rootOf, withLeaf } from '#workflows/protection/merkle.ts'
import {
  appendCheckpoints,
  type Checkpoint,
  CheckpointFileError,
  readCheckpoints,
  readNewestCheckpoints,
} from './checkpoint-file.ts'
import { leafOf } from './leaf.ts'
import { peaksOf, storedPeaks, subtreeOver } from './stored-peaks.ts'

const PAGE = 1000

/**
 * Takes what was recorded since the last checkpoint into the tree, signs its root, and adds it to the checkpoint file.
 * `restored`: an older copy of the database was put back, and the file goes on from there; that it was is signed with it.
 * Answers with the number of leaves; null where another process is making one. Throws KeyFileError where there is no key
 * to sign with, and CheckpointFileError where the file does not belong to this database.
 */
export async function makeCheckpoint(house: House, { restored = false } = {}): Promise<number | null> {
  const { db, settings } = house
  // before anything is stored: what cannot be signed or kept outside is not begun
  checkpointKey(house.keys)
  const kept = await keptOf(house, restored)
  const size = await inCheckpoint(db, (tx) => takeRows(house, tx, restored))
  if (size === null) return null
  // with it goes what a crash kept from the file the last time
  const left = await listCheckpointsBeyond(db, kept)
  await appendCheckpoints(settings.checkpointFile, left.map(asLine))
  return size
}

const asLine = ({ size, hour, root, consistency, restored, signature }: StoredCheckpoint): Checkpoint => ({
  ...{ size, hour, root },
  ...{ consistency, restored, signature },
})

/**
 * How many leaves the newest checkpoint has that both the database and its file hold. The file's last line must be this
 * one, unless an older copy of the database was put back and somebody says so.
 */
async function keptOf({ db, settings: { checkpointFile: file } }: House, restored: boolean): Promise<number> {
  const newest = await findNewestCheckpoint(db)
  const [last] = await readNewestCheckpoints(file, 1)
  if (!last && !newest) return 0
  if (!last)
    throw new CheckpointFileError(
      `There is no checkpoint file ${file}, but the database holds checkpoints: put the file back, or a copy of it.`,
    )
  const [same] = await listCheckpointsBeyond(db, last.size - 1)
  if (same?.size === last.size && same.root.equals(last.root)) return last.size
  const roots = new Map(((await readCheckpoints(file)) ?? []).map(({ size, root }) => [size, root]))
  const common = (await listCheckpointsBeyond(db, 0)).findLast(({ size, root }) => roots.get(size)?.equals(root))
  if (!common) throw new CheckpointFileError(`The checkpoint file ${file} is not of this database.`)
  if (restored) return common.size
  throw new CheckpointFileError(
    `The checkpoint file ${file} goes on after the newest checkpoint of the database: an older copy of the database was put back. Once it is known what is lost, huiyin journal checkpoint --restored goes on from there.`,
  )
}

async function takeRows(house: House, tx: Transaction, restored: boolean): Promise<number> {
  const newest = await findNewestCheckpoint(tx)
  const horizon = await findHorizon(tx)
  // another server counts transactions anew: nothing is left out then
  const counted = newest && BigInt(newest.before) <= BigInt(horizon.begun)
  const asked = { since: counted ? newest.before : '0', ...horizon, limit: PAGE }
  const before = newest ? peaksOf(newest) : NO_PEAKS
  let peaks: Peaks = before
  const added: Buffer[] = []
  const take = async (log: (typeof LOGS)[number] | 'padding', rows: readonly LoggedRow[]) => {
    const leaves = rows.map(({ row_id, seq, row }, place) => {
      return { position: peaks.size + place, log, row_id, seq, hash: leafOf(log, row) }
    })
    for (const { hash } of leaves) peaks = withLeaf(peaks, hash)
    // only a proof needs them, and the first checkpoint, which takes years of rows, has none
    if (newest) added.push(...leaves.map(({ hash }) => hash))
    await insertLeaves(tx, leaves)
  }
  for (const log of LOGS) {
    for (let last: LoggedRow | undefined; ; ) {
      const rows: LoggedRow[] = await listRowsWithoutLeaf(tx, log, { ...asked, last })
      await take(log, rows)
      last = rows.at(-1)
      if (rows.length < PAGE) break
    }
  }
  // a leaf of its own for each checkpoint: its root is another also in an hour in which nothing was recorded
  const id = randomUUID()
  await take('padding', [{ row_id: id, seq: 0, row: { id } }])
  const root = rootOf(peaks)
  const hour = hourOf(house.clock.wall())
  const consistency = newest ? await consistencyProof(before.size, peaks.size, subtreeOver(before, added)) : []
  const signature = signCheckpoint(checkpointKey(house.keys), { hour, root, restored })
  const stored = { size: peaks.size, hour, root, peaks: storedPeaks(peaks), consistency, restored, signature }
  await insertCheckpoint(tx, { ...stored, before: horizon.over })
  return peaks.size
}
