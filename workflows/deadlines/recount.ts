import type { Day } from '#workflows/clock.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from './working-days.ts'

/** A provisional date as it is stored; `calendar_version`: of the calendar that counted it. */
export type ProvisionalDate = { set_on: Day; due_on: Day; days: number; calendar_version: number }

/**
 * A provisional date counted again by the calendar of today: as many working days after the day it was set. A date that
 * also stood still for a while keeps the working days this cost it; one that had reached its limit stays there. Nobody
 * becomes late by it: what would lie before today stays where it is.
 */
export function recounted(
  calendar: Calendar,
  { set_on, due_on, days, calendar_version }: ProvisionalDate,
  today: Day,
): { due: Day; provisional: boolean } {
  const then = asItWas(calendar, calendar_version)
  const plain = addWorkingDays(then, set_on, days).due
  const again = addWorkingDays(calendar, set_on, due_on > plain ? workingDaysBetween(then, set_on, due_on) : days)
  if (due_on < plain) return { due: due_on, provisional: false }
  return { due: again.due < today ? due_on : again.due, provisional: again.provisional }
}

/** The calendar before the years and closures that were stored since. */
const asItWas = (calendar: Calendar, version: number): Calendar => ({
  ...calendar,
  covered: new Set([...calendar.covered].filter((year) => (calendar.versions.get(year) ?? 0) <= version)),
  closed: new Map([...calendar.closed].filter(([, closed]) => closed.version <= version)),
})

/** Whether the town was closed on a day that a date counted as worked when it was given. */
export const isCutByClosure = (calendar: Calendar, { set_on, due_on, calendar_version }: ProvisionalDate): boolean =>
  [...calendar.closed].some(([day, { version }]) => version > calendar_version && day > set_on && day <= due_on)
