import { findTownValue, listUnits, type UnitRow } from '#db/read/units.ts'
import { type Day, dayOf, MINUTE } from '#workflows/clock.ts'
import type { Calendar } from '#workflows/deadlines/working-days.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import { type Lengths, lengthsOn } from '#workflows/engine/date-lengths.ts'
import type { House } from '#workflows/house.ts'

/** What the house knows when a report comes in. `settings`: the revision at which it was read. */
export type Rules = { units: readonly UnitRow[]; calendar: Calendar; lengths: Lengths; settings: number }

/** What came into the tables beside the settings' own record is known so much later. */
const LASTS = MINUTE

const known = new WeakMap<House['db'], Rules & { at: number; today: Day }>()

/**
 * Units, calendar and lengths of dates, read at most once a minute: hundreds of rows that hardly ever change. Whoever
 * stores a report with them names `settings`, and is refused where an administrator has changed anything since.
 */
export async function knownRules({ db, clock }: House): Promise<Rules> {
  const [at, today] = [clock.wall().getTime(), dayOf(clock.town())]
  const last = known.get(db)
  if (last?.today === today && Math.abs(at - last.at) < LASTS) return last
  // first: what changes while the rest is read, is noticed
  const settings = Number((await findTownValue(db, 'settingsRevision')) ?? 0)
  const units = await listUnits(db)
  const rules = { units, calendar: await calendarAround(db, today), lengths: await lengthsOn(db, today), settings }
  // a town that is only being founded has no units yet
  if (units.length > 0) known.set(db, { ...rules, at, today })
  return rules
}

export const forgetRules = ({ db }: House): boolean => known.delete(db)
