import { type ClosedEnd, listClosedCases } from '#db/read/newsroom.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import { dayOf } from '#workflows/clock.ts'
import { hindrances, SIMILAR_CASES } from '#workflows/engine/usable-sources.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { keptFrom } from './known.ts'

const PAGE = 20

type ClosedCase = Awaited<ReturnType<typeof listClosedCases>>[number]

/** Closed cases an editor may draw on, and why some cannot be told yet. By kind, county and day of closing; never by number or text. */
export async function readClosedCases(house: House, by: Staff, after: ClosedEnd | null) {
  const found = await listClosedCases(house.db, await keptFrom(house, by), after, PAGE + 1)
  const units = await listUnits(house.db)
  const today = dayOf(house.clock.town())
  const last = found.length > PAGE ? found[PAGE - 1] : undefined
  const rows = await Promise.all(
    found
      .slice(0, PAGE)
      .map(async (row) => ({ ...glance(units, row), hindrances: await hindrances(house.db, row, today) })),
  )
  return { rows, next: last?.closed_on ? { closed: last.closed_on, id: last.id } : null, similar: SIMILAR_CASES }
}
export type ClosedCases = Awaited<ReturnType<typeof readClosedCases>>

/** What the newsroom is told of a case outright. */
export const glance = (
  units: readonly UnitRow[],
  row: Pick<ClosedCase, 'id' | 'name_zh' | 'name_en' | 'place_unit' | 'closed_on'>,
) => ({
  id: row.id,
  kind: row.name_zh === null ? null : { zh: row.name_zh, en: row.name_en ?? row.name_zh },
  county: countyOf(units, row.place_unit),
  closedOn: row.closed_on,
})

/** The county a place lies in; the city itself where it lies in none. Nothing finer leaves the office. */
function countyOf(units: readonly UnitRow[], place: string | null): string | null {
  let unit = units.find(({ id }) => id === place)
  while (unit && !(unit.kind === 'government' && (unit.level === 'county' || unit.level === 'city')))
    unit = units.find(({ id }) => id === unit?.territory_parent)
  return unit?.name ?? null
}
