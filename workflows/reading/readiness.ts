import { findTownValue } from '#db/read/town.ts'
import { findLastHeartbeat } from '#db/read/worker-heartbeat.ts'
import { proveKeys } from '#workflows/audit/key-checks.ts'
import { MINUTE } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'

/** Milliseconds within which a worker must have fetched a job: two of its patiences. */
const HEARD_WITHIN = 2 * MINUTE

/**
 * Whether the database answers, is migrated and is the one of these keys, and a worker does jobs. Without any of it, what is
 * taken in goes nowhere.
 */
export async function isReady({ db, keys, postbox, log, clock }: House): Promise<boolean> {
  try {
    await findTownValue(db, 'town')
    await proveKeys(db, { keys, postbox })
    const last = await findLastHeartbeat(db)
    const ready = last !== undefined && clock.wall().getTime() - last.getTime() <= HEARD_WITHIN
    if (!ready) log.warn('not ready: no worker does jobs')
    return ready
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return false
  }
}
