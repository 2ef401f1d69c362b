import { type ErrandRow, listUnfinishedErrands } from '#db/read/errands.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { lockErrand, markErrandDone } from '#db/write/errands.ts'
import type { House } from '#workflows/house.ts'
import { failureCode } from './failure.ts'

/**
 * Does one errand. `tx` holds the errand's lock: what the doer writes with it is stored together with "done", or not
 * at all. Whatever it does elsewhere must bear being done twice.
 */
export type Doer = (house: House, tx: Transaction, errand: ErrandRow) => Promise<void>

/** Does the errand unless it is done: at least once, with its effect once. Whoever comes second waits, and finds it done. */
export const doErrand = (house: House, doer: Doer, id: string): Promise<void> =>
  inTransaction(house.db, async (tx) => {
    const errand = await lockErrand(tx, id)
    if (!errand || errand.done) return
    await doer(house, tx, errand)
    await markErrandDone(tx, id)
  })

const PAGE = 200

/** Does all unfinished errands of a task, each once; one that fails stands in nobody's way. Answers with how many were done. */
export async function doErrands(house: House, task: string, doer: Doer): Promise<number> {
  const now = house.clock.town()
  let done = 0
  let last: string | undefined
  for (;;) {
    const page = await listUnfinishedErrands(house.db, { task, now, last, limit: PAGE })
    for (const { id } of page)
      await doErrand(house, doer, id).then(
        () => {
          done += 1
        },
        (error: unknown) => house.log.error({ code: failureCode(error), task }, 'an errand could not be done'),
      )
    last = page.at(-1)?.id
    if (page.length < PAGE) return done
  }
}
