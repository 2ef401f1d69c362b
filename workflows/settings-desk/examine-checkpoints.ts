import { findNewestCheckpoint } from '#db/read/checkpoints.ts'
import { CheckpointFileError, readNewestCheckpoints } from '#workflows/audit/checkpoint-file.ts'
import { HOUR } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Finding } from './examine.ts'

/** One is made an hour; so long without one is more than a restart. */
const PATIENCE = 3 * HOUR

/** Whether the record is signed every hour and kept outside the database. */
export async function checkpoints({ db, keys, settings, clock }: House): Promise<Finding> {
  const check = 'record'
  const wrong = (says: string) => ({ check, ok: false, says })
  if (!keys.checkpoint) return wrong('no key to sign checkpoints with: huiyin keys create adds one')
  try {
    const newest = await findNewestCheckpoint(db)
    const [kept] = await readNewestCheckpoints(settings.checkpointFile, 1)
    if (!newest && !kept) return { check, ok: true, says: 'no checkpoint yet: the worker makes one an hour' }
    if (!kept) return wrong(`the checkpoint file ${settings.checkpointFile} is missing`)
    if (newest?.size !== kept.size) return wrong('the database and its checkpoint file differ: huiyin journal verify')
    const hours = Math.floor((clock.wall().getTime() - kept.hour.getTime()) / HOUR)
    if (hours * HOUR > PATIENCE) return wrong(`the newest checkpoint is ${hours} hours old: is the worker running?`)
    return { check, ok: true, says: `the newest checkpoint is ${hours} hours old` }
  } catch (error) {
    if (error instanceof CheckpointFileError) return wrong(error.message)
    throw error
  }
}
