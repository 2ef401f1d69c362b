import { findTownValue } from '#db/read/town.ts'
import { proveKeys } from '#workflows/audit/key-checks.ts'
import type { House } from '#workflows/house.ts'

/** Whether the database answers, is migrated, and is the one of these keys. Without it nothing can be taken in. */
export async function isReady({ db, keys, postbox, log }: House): Promise<boolean> {
  try {
    await findTownValue(db, 'town')
    await proveKeys(db, { keys, postbox })
    return true
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return false
  }
}
