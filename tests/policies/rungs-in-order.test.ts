import { expect, test } from 'vitest'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { type Ladder, ladderOf, nextRung, rungOn, rungsOf } from '#workflows/deadlines/ladder.ts'

const calendar = calendarOfSeed()
/** Fifteen working days from 24 November 2026; no holiday lies between. */
const letter = { set_on: '2026-11-24', due_on: '2026-12-15' }
const usual: Ladder = { reminder: 7, yellow: 1, order: 5, leader: 10 }
const ringing = (ladder: Ladder) => {
  const rungs = rungsOf(calendar, ladder, letter)
  const told: string[] = []
  for (let next = nextRung(rungs, letter.set_on); next; next = nextRung(rungs, next.on))
    told.push(`${next.on.slice(5)} ${rungOn(rungs, next.on)?.rung}`)
  return told
}

test('a letter rings its usual rungs in their order', () => {
  expect(ladderOf('rectification', 15)).toEqual(usual)
  expect(ringing(usual)).toEqual(['12-04 reminder', '12-14 yellow', '12-22 order', '12-29 leader'])
})

test('a rule stored before its order was looked at loses no rung and rings none late: they go by their days', () => {
  expect(ringing({ ...usual, leader: 3 })).toEqual(['12-04 reminder', '12-14 yellow', '12-18 leader', '12-22 order'])
  expect(ringing({ ...usual, yellow: 10 })).toEqual(['12-01 yellow', '12-04 reminder', '12-22 order', '12-29 leader'])
})
