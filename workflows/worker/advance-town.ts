import { findNextDay } from '#db/read/due.ts'
import { inTransaction } from '#db/transaction.ts'
import { putTownValue } from '#db/write/town.ts'
import { addDays, dayOf, MINUTE, startOf, wallClock } from '#workflows/clock.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import type { House } from '#workflows/house.ts'
import { drain } from './drain.ts'
import { runOnce as publishSamples } from './publish-samples.ts'
import { runOnce as ringDeadlines } from './ring-deadlines.ts'
import { runOnce as takeFigures } from './take-figures.ts'

/**
 * Moves the clock of the sample town on by `length` milliseconds, from one day on which something falls due to the
 * next, and does on each what is due: all at once would ring every date on one day. The processes that serve the
 * town read the new offset from its row.
 */
export async function advanceTown(house: House, length: number): Promise<{ town: Date; rung: number }> {
  const before = house.clock.town().getTime() - house.clock.wall().getTime()
  let offset = before
  const clock = wallClock(() => offset)
  const there: House = { ...house, clock }
  const goal = clock.town().getTime() + length
  let rung = 0
  const moveTo = async (moved: number) => {
    offset = moved
    await inTransaction(house.db, (tx) => putTownValue(tx, 'clockOffset', offset))
    rung += await ringDeadlines(there)
    rung += await ringRungs(there)
    await drain(there)
  }
  for (;;) {
    const next = await findNextDay(house.db, dayOf(new Date(goal)))
    if (!next) break
    const ringsAt = startOf(next).getTime() + MINUTE
    // a date that cannot be rung does not hold up the days after it
    const tomorrow = startOf(addDays(dayOf(clock.town()), 1)).getTime() + MINUTE
    const instant = Math.max(ringsAt, tomorrow)
    if (instant >= goal) break
    await moveTo(offset + instant - clock.town().getTime())
  }
  await moveTo(before + length)
  await publishSamples(there)
  await takeFigures(there)
  return { town: clock.town(), rung }
}
