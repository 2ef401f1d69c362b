import { addDays, type Day, startOf } from '#workflows/clock.ts'

/** A day that is not what its weekday says: a holiday on a weekday, or a make-up workday at a weekend. */
export type DayOff = { working: boolean; name: string | null }

/**
 * The working-day calendar of the town. `days` holds the exceptions only; `covered` the years whose
 * official notice is stored; `version` goes up with every notice, so that a date says which one made it.
 */
export type Calendar = {
  version: number
  covered: ReadonlySet<number>
  /** of each covered year: the version with which its notice first came, however often it came again */
  versions: ReadonlyMap<number, number>
  days: ReadonlyMap<Day, DayOff>
  /** days on which the town itself is closed, whatever the notice says, and the version with which each came */
  closed: ReadonlyMap<Day, { name: string; version: number }>
}

/** An exception that lay between the first and the last day of a count. */
export type Crossed = { day: Day; name: string | null; working: boolean }

/** A date and how sure it is: `provisional` when a day of a year without a notice was counted by its weekday. */
export type Counted = { due: Day; provisional: boolean; crossed: Crossed[] }

/** Builds the calendar from its stored rows. Its version is the newest of its years (0 when there is none). */
export function calendarFrom(
  years: readonly { year: number; version: number; first_version?: number }[],
  days: readonly { day: Day; working: boolean; name: string | null }[],
  closures: readonly { day: Day; name: string; version: number; withdrawn_version: number | null }[] = [],
): Calendar {
  const versions = closures.map(({ version, withdrawn_version }) => withdrawn_version ?? version)
  return {
    version: Math.max(0, ...years.map(({ version }) => version), ...versions),
    covered: new Set(years.map(({ year }) => year)),
    versions: new Map(years.map(({ year, version, first_version }) => [year, first_version ?? version])),
    days: new Map(days.map(({ day, working, name }) => [day, { working, name }])),
    closed: new Map(
      closures.flatMap(({ day, name, version, withdrawn_version }) =>
        withdrawn_version === null ? [[day, { name, version }]] : [],
      ),
    ),
  }
}

/** Whether `day` is worked. A year without a notice goes by weekdays alone. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return exceptionOn(calendar, day)?.working ?? isWeekday(day)
}

/**
 * The `n`th working day after `from`, counted from the day after it; `from` itself for 0.
 * It lasts until 24:00 of that day in Shanghai. Throws RangeError unless `n` is a whole number from 0.
 */
export function addWorkingDays(calendar: Calendar, from: Day, n: number): Counted {
  requireCount(n)
  const crossed: Crossed[] = []
  let due = from
  let provisional = false
  for (let left = n; left > 0; ) {
    due = addDays(due, 1)
    const exception = exceptionOn(calendar, due)
    if (exception) crossed.push({ day: due, ...exception })
    if (!calendar.covered.has(yearOf(due))) provisional = true
    if (exception?.working ?? isWeekday(due)) left -= 1
  }
  return { due, provisional, crossed }
}

/**
 * The `n`th working day before `day`; `day` itself for 0. From a working day it is undone by
 * `addWorkingDays` of the same `n`. Throws RangeError unless `n` is a whole number from 0.
 */
export function subtractWorkingDays(calendar: Calendar, day: Day, n: number): Day {
  requireCount(n)
  let back = day
  for (let left = n; left > 0; ) {
    back = addDays(back, -1)
    if (isWorkingDay(calendar, back)) left -= 1
  }
  return back
}

/** How many working days lie after `a`, up to and including `b`; below zero when `b` is before `a`. */
export function workingDaysBetween(calendar: Calendar, a: Day, b: Day): number {
  if (b < a) return 0 - workingDaysBetween(calendar, b, a)
  let count = 0
  for (let day = a; day < b; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}

function exceptionOn(calendar: Calendar, day: Day): DayOff | undefined {
  const closed = calendar.closed.get(day)
  if (closed) return { working: false, name: closed.name }
  return calendar.covered.has(yearOf(day)) ? calendar.days.get(day) : undefined
}

const yearOf = (day: Day) => Number(day.slice(0, 4))

/** Midnight in Shanghai is still the day before in UTC, hence the one. */
const weekdayOf = (day: Day) => (startOf(day).getUTCDay() + 1) % 7
export const isWeekday = (day: Day) => weekdayOf(day) % 6 !== 0

function requireCount(n: number) {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
}
