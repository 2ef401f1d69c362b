import { expect, test } from 'vitest'
import { endureMail } from './mail-kills.ts'

/** `npm run endure` goes through two hundred. */
const MOMENTS = 15
const MAILS = 225

test(`workers, listener and database are killed at ${MOMENTS} moments while mail comes in: all that was acknowledged is there, once`, async () => {
  const { lost, twice, rows, mails, again } = await endureMail({ seed: 3, moments: MOMENTS, mails: MAILS })
  expect({ lost, twice }).toEqual({ lost: [], twice: [] })
  expect(new Set(Object.values(rows))).toEqual(new Set([MAILS]))
  expect(mails).toBe(MAILS)
  // or nothing was killed in the middle of anything
  expect(again).toBeGreaterThan(0)
}, 300_000)
