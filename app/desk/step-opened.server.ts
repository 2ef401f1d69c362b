import { refused } from '#workflows/engine/refusal.ts'
import { type CameTo, type Chosen, stepSeveral } from '#workflows/engine/step-several.ts'
import type { House } from '#workflows/house.ts'
import { openTo } from '#workflows/reading/need-to-know.ts'
import { readNumbers } from '#workflows/reading/several-cases.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/**
 * The same acts on several cases, each in steps of its own. A case that opens to this officer by a reason only is left
 * alone and says so: to take it or to merge it would open it without one.
 */
export async function stepOpened(
  house: House,
  cases: readonly Chosen[],
  events: readonly [{ type: string }, ...{ type: string }[]],
  by: Staff,
  request?: string,
): Promise<CameTo[]> {
  const isOpen = await openTo(
    house,
    house.db,
    by,
    cases.map(({ id }) => id),
  )
  const came = await stepSeveral(
    house,
    cases.filter(({ id }) => isOpen(id)),
    events,
    by,
    request,
  )
  const closed = cases.filter(({ id }) => !isOpen(id))
  // what may not be known of is answered like what is not there
  const known = await readNumbers(
    house,
    by,
    closed.map(({ id }) => id),
  )
  return [
    ...came,
    ...closed.map(({ id }) => ({ id, outcome: refused(id in known ? 'reason-needed' : 'unknown'), done: [] })),
  ]
}
