import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import type { Outcome } from './refusal.ts'
import { stepInTurn } from './step-in-turn.ts'

/** A case as the page showed it. */
export type Chosen = { id: string; seen: number }
export type CameTo = { id: string; outcome: Outcome; done: string[] }

/**
 * The same acts on several cases, one after the other, each in steps of its own: what one case refuses says nothing
 * about the next. A sending that comes twice (`request`) gives each case's first answer again.
 */
export async function stepSeveral(
  house: House,
  cases: readonly Chosen[],
  events: readonly [{ type: string }, ...{ type: string }[]],
  by: Staff,
  request?: string,
): Promise<CameTo[]> {
  const came: CameTo[] = []
  for (const { id, seen } of cases) came.push({ id, ...(await stepInTurn(house, id, events, by, { seen, request })) })
  return came
}
