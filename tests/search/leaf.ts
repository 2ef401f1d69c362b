import type { House } from '#workflows/house.ts'
import { type Hit, readSearch, type Sought } from '#workflows/reading/search.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** Everything an officer finds, page after page to the last. */
export async function leafToTheEnd(
  house: House,
  by: Staff,
  typed: string,
  filter: Sought['filter'] = {},
): Promise<Hit[]> {
  const found: Hit[] = []
  for (let after: Sought['after'] = null; ; ) {
    const page = await readSearch(house, by, { typed, filter, after })
    if (page.found !== 'cases') throw new Error(`${typed} is too short to search by`)
    found.push(...page.hits)
    after = page.next
    if (!after) return found
  }
}
