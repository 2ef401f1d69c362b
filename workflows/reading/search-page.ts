import { listKinds, listUnits, type UnitRow } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { readsReports } from './readers.ts'
import { readSearch } from './search.ts'
import { readFilters } from './search-filter.ts'

/** The page of the search for one address of it: what was understood, what was found, and what one can choose from. */
export async function readSearchPage(house: House, by: Staff, address: Iterable<readonly [string, string]>) {
  const [kinds, units] = [await listKinds(house.db), await listUnits(house.db)]
  const { typed, filter, taken, after, misread, twice } = readFilters(address, { kinds, units })
  const result = await readSearch(house, by, { typed, filter, after })
  const unitChoice = (unit: UnitRow) => ({ value: unit.code, label: unit.name })
  return {
    typed,
    taken,
    after,
    misread,
    twice,
    result,
    /** whose words were looked through */
    reads: readsReports(by),
    choices: {
      kinds: kinds.map(({ code, name_zh, name_en }) => ({ code, zh: name_zh, en: name_en })),
      places: units.filter(({ kind }) => kind === 'government').map(unitChoice),
      units: units.map(unitChoice),
    },
  }
}
export type SearchPage = Awaited<ReturnType<typeof readSearchPage>>
