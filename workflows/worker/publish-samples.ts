import { randomInt } from 'node:crypto'
import { listLots } from '#db/read/look-back.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertLots, lockUnpublishedSamples, markSamplePublished } from '#db/write/look-back.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { emptyLot, isDrawn, quarterOf } from '#workflows/protection/look-back-sample.ts'
import { openSeed } from '#workflows/protection/look-back-seed.ts'

/**
 * A list is filled up to a multiple of this, by one at least, and by a chance number besides: it does not tell how many
 * cases were closed, nor do own cases that bring it to the edge tell whether there was one more.
 */
export const FULL = 20

/**
 * Shows the seed and the list of each quarter that is over, a day later: an act that began before midnight has its lot
 * by then. Answers with how many were shown.
 */
export async function runOnce({ db, keys, clock }: House): Promise<number> {
  const today = dayOf(clock.town())
  return inTransaction(db, async (tx) => {
    const samples = await lockUnpublishedSamples(tx, quarterOf(addDays(today, -1)))
    for (const sample of samples) {
      const { length } = await listLots(tx, sample.quarter)
      const seed = openSeed(keys, sample)
      const chance = randomInt(FULL)
      const empty = Array.from({ length: chance + FULL - ((length + chance) % FULL) }, () => {
        const lot = emptyLot()
        return { lot, quarter: sample.quarter, case_id: null, drawn: isDrawn(seed, lot, sample.share) }
      })
      await insertLots(tx, empty)
      await markSamplePublished(tx, sample.quarter, today)
    }
    return samples.length
  })
}
