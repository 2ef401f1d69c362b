import { type Clock, dayOf, HOUR, MINUTE, startOf } from '#workflows/clock.ts'
import { type Calendar, isWorkingDay } from '#workflows/deadlines/working-days.ts'

/** 8:30 to 17:30 in Shanghai. */
const OPENS = 8 * HOUR + 30 * MINUTE
const CLOSES = 17 * HOUR + 30 * MINUTE

/** Whether officers may be written to: within working hours of a working day of the town. */
export function isOfficeHour(calendar: Calendar, clock: Clock): boolean {
  const now = clock.town()
  const today = dayOf(now)
  const sinceMidnight = now.getTime() - startOf(today).getTime()
  return isWorkingDay(calendar, today) && sinceMidnight >= OPENS && sinceMidnight < CLOSES
}
