import { findTownValue } from '#db/read/town.ts'
import type { House } from '#workflows/house.ts'

/** Whether the database answers and is migrated. Without it nothing can be taken in. */
export async function isReady({ db, log }: House): Promise<boolean> {
  try {
    await findTownValue(db, 'town')
    return true
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return false
  }
}
