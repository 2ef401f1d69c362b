import type { Day } from '#workflows/clock.ts'
import { addWorkingDays, type Calendar, type Counted, workingDaysBetween } from './working-days.ts'

/** A provisional date as it is stored; `calendar_version`: of the calendar that counted it. */
export type ProvisionalDate = { set_on: Day; due_on: Day; days: number; calendar_version: number }
type Recounted = Pick<Counted, 'due' | 'provisional'>

/**
 * A provisional date counted again by the calendar of today: as many working days after the day it was set. A date that
 * also stood still for a while keeps the working days this cost it; one that had reached its limit stays there. Nobody
 * becomes late by it: what would lie before today stays where it is.
 */
export function recounted(
  calendar: Calendar,
  { set_on, due_on, days, calendar_version }: ProvisionalDate,
  today: Day,
): Recounted {
  const then = asItWas(calendar, calendar_version)
  const plain = addWorkingDays(then, set_on, days).due
  const again = addWorkingDays(calendar, set_on, due_on > plain ? workingDaysBetween(then, set_on, due_on) : days)
  if (due_on < plain) return { due: due_on, provisional: !calendar.covered.has(yearOf(due_on)) }
  return { due: again.due < today ? due_on : again.due, provisional: again.provisional }
}

/**
 * A date that is certain, moved on by one working day for each day it had counted on which the town has been closed since.
 * What was counted before is not counted again: the notice may have been replaced, and the date stays as it was given.
 */
export function movedOn(calendar: Calendar, date: ProvisionalDate): Recounted {
  const { due, provisional } = addWorkingDays(calendar, date.due_on, daysLost(calendar, date))
  return { due, provisional }
}

/** How many of the days that a date counted as worked the town was closed on since. */
export const daysLost = (calendar: Calendar, { set_on, due_on, calendar_version }: ProvisionalDate): number =>
  [...calendar.closed].filter(([day, { version }]) => version > calendar_version && day > set_on && day <= due_on)
    .length

/** The calendar before the years and closures that were stored since. */
function asItWas(calendar: Calendar, version: number): Calendar {
  const covered = new Set([...calendar.covered].filter((year) => (calendar.versions.get(year) ?? 0) <= version))
  const cameSince = (year: number) => calendar.covered.has(year) && !covered.has(year)
  return {
    ...calendar,
    covered,
    // the last days of a year that are off for New Year are named by the next year's notice
    days: new Map([...calendar.days].filter(([day]) => day.slice(5) < '12-28' || !cameSince(yearOf(day) + 1))),
    closed: new Map([...calendar.closed].filter(([, closed]) => closed.version <= version)),
  }
}

const yearOf = (day: Day) => Number(day.slice(0, 4))
