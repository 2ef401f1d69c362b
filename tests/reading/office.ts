import { listUnits, type UnitRow } from '#db/read/units.ts'
import { aHouse, type TestHouse } from '#tests/world/test-house.ts'
import { handClock } from '#workflows/clock.ts'
import { PHASE_NAMES } from '#workflows/reading/desk-phases.ts'
import { type QueueAsked, readDeskQueue } from '#workflows/reading/desk-queue.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type Cast, castOf } from '#workflows/sample-town/cast.ts'
import { makeSampleTown } from '#workflows/sample-town/make.ts'

export type Office = TestHouse & { cast: Cast; units: UnitRow[] }

/** The sample town on a working morning: cases in every state, lived through the engine. */
export async function anOffice(): Promise<Office> {
  const house = await aHouse(handClock('2026-10-15'))
  await makeSampleTown(house)
  return { ...house, cast: await castOf(house.db), units: await listUnits(house.db) }
}

export const asked = (more: Partial<QueueAsked> = {}): QueueAsked => ({
  state: null,
  narrow: {},
  from: null,
  ...more,
})

/** Every case an officer finds by leafing through every queue to its end. */
export async function leafThrough(house: House, by: Staff): Promise<string[]> {
  const found: string[] = []
  for (const state of PHASE_NAMES) {
    let from: QueueAsked['from'] = null
    do {
      const page = await readDeskQueue(house, by, asked({ state, from }))
      found.push(...page.rows.map(({ id }) => id))
      from = page.next && { place: page.next, back: false }
    } while (from)
  }
  return found.sort()
}
