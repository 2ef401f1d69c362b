import { TASKS } from '#workflows/engine/errands.ts'
import type { House } from '#workflows/house.ts'
import { doErrands } from './do-errand.ts'
import { DOERS } from './doers.ts'
import * as ringDeadlines from './ring-deadlines.ts'

/**
 * Does at once all that is due on this day of the town: for whoever moves its clock from day to day, and cannot wait
 * for the queue. Sends no mail. What the queue still holds of it finds itself done.
 */
export async function drain(house: House): Promise<void> {
  for (;;) {
    let done = await ringDeadlines.runOnce(house)
    for (const task of TASKS) done += await doErrands(house, task, DOERS[task])
    if (done === 0) return
  }
}
