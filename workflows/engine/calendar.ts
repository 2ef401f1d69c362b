import { listCalendarDays, listCalendarYears, listClosures } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import { addDays, type Day } from '#workflows/clock.ts'
import { type Calendar, calendarFrom } from '#workflows/deadlines/working-days.ts'

/** A year and a half forward is further than any limit reaches; a quarter back covers what stood still. */
const BACK = 120
const AHEAD = 550

/** The stored calendar around `today`, as the pure rules want it. */
export async function calendarAround(db: Database, today: Day): Promise<Calendar> {
  const days = await listCalendarDays(db, addDays(today, -BACK), addDays(today, AHEAD))
  const years = await listCalendarYears(db)
  return calendarFrom(years, days, await listClosures(db))
}
