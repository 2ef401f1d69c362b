import { countLives, countPublished } from '#db/read/publication.ts'
import type { House } from '#workflows/house.ts'

/** Below this a number could be about somebody one knows. */
export const SMALLEST = 5
const STEP = 5

/** Every case is in exactly one of these; there is no total, from which a hidden number could be reckoned. */
const PARTS = {
  received: ['triage', 'needsInfo'],
  verifying: ['verifying', 'unsubstantiated', 'unverifiable'],
  rectifying: ['assigning', 'rectifying', 'reviewing', 'reopened'],
  answering: ['replying', 'rating'],
  closed: ['closed', 'lookBack'],
  // looked at again, twice: nothing else may be called put right
  putRight: ['struckOff'],
  notAccepted: ['notAccepted', 'handedUp'],
} as const
export type FigureName = keyof typeof PARTS

/** A count as it may be told: rounded down to fives, so that no change tells of one case; null below five. */
export const roughly = (count: number): number | null => (count < SMALLEST ? null : Math.floor(count / STEP) * STEP)

/**
 * How many cases there are in each part of their life, rounded down to fives: whoever looks every day learns from no
 * change that one report came in, or what became of it. Null where there are fewer than five.
 */
export async function readFigures({ db }: House) {
  const lives = await countLives(db)
  const parts = Object.entries(PARTS).map(([name, phases]) => {
    const cases = phases.reduce((sum, phase) => sum + (lives.get(phase) ?? 0), 0)
    return { name: name as FigureName, atLeast: roughly(cases) }
  })
  return { parts, published: await countPublished(db) }
}
