import { findTownValue, listKinds, listUnits, type KindRow, type UnitRow } from '#db/read/units.ts'
import { listOpenAccounts } from '#db/read/colleagues.ts'
import type { Database } from '#db/transaction.ts'
import { type Day, dayOf, MINUTE } from '#workflows/clock.ts'
import type { Calendar } from '#workflows/deadlines/working-days.ts'
import type { OfficerNode } from '#workflows/assignment/officers-named.ts'
import type { House } from '#workflows/house.ts'
import { calendarAround } from './calendar.ts'
import { type Lengths, lengthsOn } from './date-lengths.ts'

/** What an administrator keeps and every act is judged by. `settings`: the revision at which it was read. */
export type Rules = {
  units: readonly UnitRow[]
  kinds: readonly KindRow[]
  /** whoever can sign in */
  officers: readonly OfficerNode[]
  calendar: Calendar
  lengths: Lengths
  settings: number
}

/** What came into the tables beside the settings' own record is known so much later. */
const LASTS = MINUTE

const known = new WeakMap<House['db'], Rules & { at: number; today: Day }>()

/**
 * Units, kinds, people, calendar and lengths of dates: hundreds of rows that hardly ever change, read at most once a minute.
 * An act knows the revision of the `settings` and gets no other; whoever stores a report names the one it got, and is
 * refused where an administrator has changed anything since. `db`: what to read with, inside a transaction its own.
 */
export async function knownRules(
  house: Pick<House, 'db' | 'clock'>,
  { db = house.db, settings: wanted }: { db?: Database; settings?: number } = {},
): Promise<Rules> {
  const [at, today] = [house.clock.wall().getTime(), dayOf(house.clock.town())]
  const last = known.get(house.db)
  const isFresh = last?.today === today && Math.abs(at - last.at) < LASTS
  if (last && isFresh && (wanted === undefined || wanted === last.settings)) return last
  // first: what changes while the rest is read, is noticed
  const settings = Number((await findTownValue(db, 'settingsRevision')) ?? 0)
  const [units, kinds] = [await listUnits(db), await listKinds(db)]
  const rules = {
    units,
    kinds,
    officers: await listOpenAccounts(db),
    calendar: await calendarAround(db, today),
    lengths: await lengthsOn(db, today),
    settings,
  }
  // a town that is only being founded has no units yet
  if (units.length > 0) known.set(house.db, { ...rules, at, today })
  return rules
}

export const forgetRules = ({ db }: Pick<House, 'db'>): boolean => known.delete(db)
