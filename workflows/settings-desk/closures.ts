import { findCalendarVersion, listClosures } from '#db/read/units.ts'
import { markClosureWithdrawn, putClosure } from '#db/write/calendar.ts'
import { addDays, dayOf, isDay } from '#workflows/clock.ts'
import { isWorkingDay } from '#workflows/deadlines/working-days.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'
import { recountDates } from './recount-dates.ts'

const LONGEST_NAME = 40
const FURTHEST_DAYS = 366
type Asked = { seen?: number; request?: string }

/**
 * Closes the town on a working day, today or later. Open dates that counted the day move on by as many working days,
 * each by an act of the clock on its case; none becomes shorter. `seen`: the version of the calendar the page showed.
 */
export async function closeDay(
  house: House,
  by: Staff,
  said: { day: string; name: string },
  { seen, request }: Asked,
): Promise<ChangeOutcome> {
  const today = dayOf(house.clock.town())
  const { day } = said
  const name = normalText(said.name).trim()
  if (!isDay(day)) return invalid([{ field: 'day', problem: 'noDay' }])
  if (day < today || day > addDays(today, FURTHEST_DAYS)) return invalid([{ field: 'day', problem: 'dayRange' }])
  if (name === '' || name.length > LONGEST_NAME) return invalid([{ field: 'name', problem: 'closureName' }])
  const outcome = await changeSettings<ChangeOutcome>(house, by, { request, said }, async (tx) => {
    const newest = await findCalendarVersion(tx)
    if (seen !== newest) return changedSince(house, tx, 'calendar', newest - (seen ?? 0))
    if (!isWorkingDay(await calendarAround(tx, today), day)) return invalid([{ field: 'day', problem: 'notWorked' }])
    await putClosure(tx, { day, name, version: newest + 1, by: by.id })
    await keepChange(house, tx, by, 'closeDay', { subject: 'calendar', before: null, after: { day, name } })
    return { kind: 'changed', id: day, revision: newest + 1 }
  })
  if (outcome.kind === 'changed') await recountDates(house)
  return outcome
}

/** Takes back a closure that has not begun. Dates that it has moved stay where they are: none becomes shorter. */
export function withdrawClosure(house: House, by: Staff, day: string, { seen, request }: Asked) {
  return changeSettings<ChangeOutcome>(house, by, { request, said: [day, 'withdraw'] }, async (tx) => {
    const closure = (await listClosures(tx)).find((each) => each.day === day && each.withdrawn_version === null)
    if (!closure) return unknown
    const newest = await findCalendarVersion(tx)
    if (seen !== newest) return changedSince(house, tx, 'calendar', newest - (seen ?? 0))
    if (day <= dayOf(house.clock.town())) return invalid([{ field: 'day', problem: 'begun' }])
    await markClosureWithdrawn(tx, day, newest + 1)
    const before = { day, name: closure.name }
    await keepChange(house, tx, by, 'withdrawClosure', { subject: 'calendar', before, after: null })
    return { kind: 'changed', id: day, revision: newest + 1 }
  })
}
