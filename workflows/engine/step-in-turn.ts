import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import type { Outcome } from './refusal.ts'
import { type Asked, step } from './step.ts'

type Said = { type: string }

/**
 * Several acts of one sending on one case, one step each, until one is refused; what was done stays done and is named in
 * `done`. Each sees the revision that the one before it left, so that nobody else's act goes unseen between them.
 */
export async function stepInTurn(
  house: House,
  id: string,
  [first, ...more]: readonly [Said, ...Said[]],
  by: Staff,
  asked: Asked = {},
): Promise<{ outcome: Outcome; done: string[] }> {
  let outcome = await step(house, 'case', id, first, by, asked)
  const done: string[] = []
  let last = first
  for (const next of more) {
    if (outcome.kind === 'refused') break
    done.push(last.type)
    outcome = await step(house, 'case', id, next, by, { ...asked, seen: outcome.revision })
    last = next
  }
  return { outcome, done }
}
