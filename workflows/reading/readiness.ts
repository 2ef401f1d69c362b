import { findTownValue } from '#db/read/town.ts'
import { findLastHeartbeat } from '#db/read/worker-heartbeat.ts'
import { MINUTE } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'

/** Milliseconds within which a worker must have fetched a job: two of its patiences. */
const HEARD_WITHIN = 2 * MINUTE

/** Whether the database answers and is migrated, and a worker does jobs. Without either, what is taken in goes nowhere. */
export async function isReady({ db, log, clock }: House): Promise<boolean> {
  try {
    await findTownValue(db, 'town')
    const last = await findLastHeartbeat(db)
    const ready = last !== undefined && clock.wall().getTime() - last.getTime() <= HEARD_WITHIN
    if (!ready) log.warn('not ready: no worker does jobs')
    return ready
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return false
  }
}
