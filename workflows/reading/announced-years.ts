import { dayOf } from '#workflows/clock.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'

/** The first year, from this one on, whose holidays are not stored: dates that reach it are provisional. */
export async function firstUnannouncedYear(house: Pick<House, 'db' | 'clock'>): Promise<number> {
  const { covered } = (await knownRules(house)).calendar
  let year = Number(dayOf(house.clock.town()).slice(0, 4))
  while (covered.has(year)) year += 1
  return year
}
