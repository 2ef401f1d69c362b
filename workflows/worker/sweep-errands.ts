import { listUnqueuedErrands } from '#db/read/errands.ts'
import { inTransaction } from '#db/transaction.ts'
import { enqueueErrand } from '#db/write/errands.ts'
import type { House } from '#workflows/house.ts'

const PAGE = 200

/**
 * Hands to the job queue what reporters caused and what was put off until now. The queue stores when a job was made:
 * made here, that is the sweep's moment and no reporter's. Answers with how many there were.
 */
export async function runOnce(house: House): Promise<number> {
  for (let queued = 0; ; ) {
    const page = await listUnqueuedErrands(house.db, house.clock.town(), PAGE)
    await inTransaction(house.db, async (tx) => {
      for (const errand of page) await enqueueErrand(tx, errand)
    })
    queued += page.length
    if (page.length < PAGE) return queued
  }
}
