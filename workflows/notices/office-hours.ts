import { z } from 'zod'
import { addDays, dayOf, HOUR, MINUTE, startOf } from '#workflows/clock.ts'
import { type Calendar, isWorkingDay } from '#workflows/deadlines/working-days.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** The hours of a working day in Shanghai, `HH:MM`, in their order: `closes` belongs to them no more. */
export const officeHours = z
  .array(z.strictObject({ opens: clockTime, closes: clockTime }))
  .min(1)
  .max(4)
export type OfficeHours = z.infer<typeof officeHours>

/** Where no unit says otherwise. */
export const TOWN_HOURS: OfficeHours = [{ opens: '08:30', closes: '17:30' }]

type HasHours = { id: string; territory_parent: string | null; office_hours: unknown }

/** The hours of a unit: its own, or those of the unit above it in place, at last the town's. */
export const hoursOf = (units: readonly HasHours[], id: string): OfficeHours => hoursInForce(units, id).hours

/** The same, and the unit that set them; null: nobody did, they are the town's. */
export function hoursInForce(units: readonly HasHours[], id: string): { hours: OfficeHours; setBy: string | null } {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const seen = new Set<string>()
  for (let unit = byId.get(id); unit && !seen.has(unit.id); unit = byId.get(unit.territory_parent ?? '')) {
    seen.add(unit.id)
    const own = officeHours.safeParse(unit.office_hours)
    if (own.success) return { hours: own.data, setBy: unit.id }
  }
  return { hours: TOWN_HOURS, setBy: null }
}

const sinceMidnight = (time: string) => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE

/** Whether officers with these hours may be written to: within them, on a working day of the town. */
export function isOfficeHour(calendar: Calendar, hours: OfficeHours, now: Date): boolean {
  const today = dayOf(now)
  const passed = now.getTime() - startOf(today).getTime()
  return (
    isWorkingDay(calendar, today) &&
    hours.some(({ opens, closes }) => passed >= sinceMidnight(opens) && passed < sinceMidnight(closes))
  )
}

/** Longer than any row of holidays. */
const SEARCHED_DAYS = 60

/** When officers with these hours may be written to again: `now` itself within them. */
export function nextOfficeHour(calendar: Calendar, hours: OfficeHours, now: Date): Date {
  if (isOfficeHour(calendar, hours, now)) return now
  for (let ahead = 0; ahead <= SEARCHED_DAYS; ahead += 1) {
    const day = addDays(dayOf(now), ahead)
    if (!isWorkingDay(calendar, day)) continue
    const openings = hours.map(({ opens }) => new Date(startOf(day).getTime() + sinceMidnight(opens)))
    const next = openings.find((opening) => opening > now)
    if (next) return next
  }
  return now
}
