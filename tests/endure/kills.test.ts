import { expect, test } from 'vitest'
import { endureKills } from './kills.ts'

/** `npm run endure` goes through two hundred. */
const MOMENTS = 15
const MAILS = 225
const CALLS = 1000

test(`workers, listener and database are killed at ${MOMENTS} moments while mail and a file of calls come in: all that was acknowledged is there, once`, async () => {
  const { lost, twice, faults, mails, again, midway } = await endureKills({
    ...{ seed: 3, moments: MOMENTS, mails: MAILS, calls: CALLS },
  })
  expect({ lost, twice, faults }).toEqual({ lost: [], twice: [], faults: [] })
  expect(mails).toBe(MAILS)
  // or nothing was killed in the middle of anything
  expect(again).toBeGreaterThan(0)
  expect(midway).toBeGreaterThan(1)
}, 300_000)
