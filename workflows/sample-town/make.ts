import { findTownValue } from '#db/read/town.ts'
import { inOneTransaction } from '#db/one-transaction.ts'
import { inTransaction } from '#db/transaction.ts'
import { markPastErrandsDone, putTownValue } from '#db/write/town.ts'
import { dayOf, handClock } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import type { House } from '#workflows/house.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import { samplePassword } from '#workflows/settings-desk/sample-sign-in.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'
import { castOf } from './cast.ts'
import { PEOPLE } from './data/people.ts'
import { furnish } from './furnish.ts'
import { enact } from './history.ts'

/** How the town is called; its row says that the town is made. */
export const TOWN_NAME = '云澜市'

/**
 * Makes 云澜市 in an empty database: its units, people and calendar, and most of a year of cases and typical cases, each act
 * through the engine at the time it happened. All of it or nothing; where the town stands, nothing is done.
 */
export async function makeSampleTown(house: House): Promise<void> {
  if ((await findTownValue(house.db, 'name')) !== undefined) return
  const passwordHashes = new Map(
    await Promise.all(PEOPLE.map(async ({ login }) => [login, await hashPassword(samplePassword(login))] as const)),
  )
  const today = dayOf(house.clock.town())
  await inOneTransaction(house.db, async (db) => {
    const clock = handClock(today)
    const past: House = { ...house, db, clock }
    await furnish(past, passwordHashes)
    await enact(past, clock, await castOf(db), { calendar: calendarOfSeed(), today })
    await takeFigures({ db, clock: house.clock }, { first: true })
    await inTransaction(db, async (tx) => {
      await markPastErrandsDone(tx)
      await putTownValue(tx, 'name', TOWN_NAME)
    })
  })
}
