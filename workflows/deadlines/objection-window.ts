import { addDays, type Day } from '#workflows/clock.ts'
import { addWorkingDays, type Calendar, isWorkingDay, workingDaysBetween } from './working-days.ts'

/** When a reporter is advised to come back: so many days after the report, and then at this interval. */
export const FIRST_VISIT = 3
export const VISIT_EVERY = 7

/** The first day after `today` on which a reporter of that day of receipt is advised to look. */
export function nextVisit(receivedOn: Day, today: Day): Day {
  let visit = addDays(receivedOn, FIRST_VISIT)
  while (visit <= today) visit = addDays(visit, VISIT_EVERY)
  return visit
}

/**
 * Until when a reporter may object to a brief that is announced today: `days` whole working days, and never less than up
 * to their next advised visit, or to the first working day after it.
 */
export function objectUntil(calendar: Calendar, receivedOn: Day, today: Day, days: number): Day {
  const { due } = addWorkingDays(calendar, today, days)
  let visit = nextVisit(receivedOn, today)
  while (!isWorkingDay(calendar, visit)) visit = addDays(visit, 1)
  return visit > due ? visit : due
}

/** The same as a number of working days, of the latest of several reporters: so long is the office's own date. */
export const windowLength = (calendar: Calendar, today: Day, until: readonly Day[]): number =>
  Math.max(0, ...until.map((day) => workingDaysBetween(calendar, today, day)))
