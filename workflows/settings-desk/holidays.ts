import { findCalendarVersion, listCalendarDays, listCalendarYears } from '#db/read/units.ts'
import { putCalendarYear } from '#db/write/calendar.ts'
import { dayOf } from '#workflows/clock.ts'
import { doubtOf } from '#workflows/deadlines/holiday-balance.ts'
import { exceptionsIn, readNotice } from '#workflows/deadlines/holiday-notice.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'
import { recountDates } from './recount-dates.ts'

const MOST_TEXT = 20_000
const YEARS_BACK = 5
const YEARS_AHEAD = 3

/**
 * Stores the notice of a year and counts again what was provisional. A notice with a contradiction is not stored; one
 * that gives more or fewer days off than the law does only when somebody is `sure` of it.
 * `seen`: the version of the calendar that the page showed. What is not counted again now, the worker counts.
 */
export async function storeNotice(
  house: House,
  by: Staff,
  { text, year, sure = false }: { text: string; year: number; sure?: boolean },
  { seen, request }: { seen?: number; request?: string },
): Promise<ChangeOutcome> {
  const thisYear = Number(dayOf(house.clock.town()).slice(0, 4))
  const isYear = Number.isInteger(year) && year >= thisYear - YEARS_BACK && year <= thisYear + YEARS_AHEAD
  if (!isYear) return invalid([{ field: 'year', problem: 'year' }])
  if (text.length > MOST_TEXT) return invalid([{ field: 'text', problem: 'tooLong' }])
  const { days, faults } = readNotice(text, year)
  if (faults.length > 0) return invalid(faults.map(({ problem, what }) => ({ field: 'text', problem, with: what })))
  const stored = exceptionsIn(days)
  if (!sure && doubtOf(stored, year)) return invalid([{ field: 'sure', problem: 'doubt' }])
  const outcome = await changeSettings<ChangeOutcome>(house, by, { request, said: [year, text] }, async (tx) => {
    const years = await listCalendarYears(tx)
    const newest = await findCalendarVersion(tx)
    if (seen !== newest) return changedSince(house, tx, 'calendar', newest - (seen ?? 0))
    const version = newest + 1
    const lastDays = await listCalendarDays(tx, `${year}-12-28`, `${year}-12-31`)
    const kept = years.some((each) => each.year === year + 1) ? lastDays.map(({ day }) => day) : []
    const before = await listCalendarDays(tx, `${year}-01-01`, `${year}-12-31`)
    await putCalendarYear(tx, { year, version, days: stored, kept })
    await keepChange(house, tx, by, 'importCalendar', {
      subject: 'calendar',
      before: years.some((each) => each.year === year) ? { year, ...spoken(before) } : null,
      after: { year, ...spoken(stored) },
    })
    return { kind: 'changed', id: String(year), revision: version }
  })
  if (outcome.kind === 'changed') await recountDates(house)
  return outcome
}

const spoken = (days: readonly { day: string; working: boolean }[]) => {
  const named = (working: boolean) =>
    days
      .filter((each) => each.working === working)
      .map(({ day }) => day)
      .sort()
  return { off: named(false), worked: named(true) }
}
