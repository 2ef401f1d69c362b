import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  commitmentTo,
  emptyLot,
  firstDayOf,
  isDrawn,
  lotOf,
  newSeed,
  nextQuarter,
  quarterOf,
} from '#workflows/protection/look-back-sample.ts'

test('a quarter is three months, and the next begins where it ends', () => {
  expect(['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map(quarterOf)).toEqual([
    '2026Q4',
    '2027Q1',
    '2027Q1',
    '2027Q2',
  ])
  expect(['2026Q4', '2027Q1'].map(nextQuarter)).toEqual(['2027Q1', '2027Q2'])
  expect(['2026Q4', '2027Q1'].map(firstDayOf)).toEqual(['2026-10-01', '2027-01-01'])
})

test('what is published of a seed fits no other seed, and tells nothing of it', () => {
  const seed = newSeed()
  expect(seed).toMatch(/^[\da-f]{64}$/)
  expect(commitmentTo(newSeed())).not.toBe(commitmentTo(seed))
  expect(commitmentTo(seed)).not.toContain(seed.slice(0, 8))
})

test('about as many are drawn as the share says, and a larger share leaves nobody out who was drawn before', () => {
  const seed = 'ab'.repeat(32)
  const lots = Array.from({ length: 4000 }, (_, at) => lotOf(Buffer.from(`${at}`)))
  for (const share of [1, 10, 30, 50, 90, 99]) {
    const drawn = lots.filter((lot) => isDrawn(seed, lot, share)).length
    expect(Math.abs(drawn / lots.length - share / 100)).toBeLessThan(0.025)
  }
  fc.assert(
    fc.property(fc.constantFrom(...lots), fc.integer({ min: 1, max: 98 }), (lot, share) => {
      expect(isDrawn(seed, lot, share) && !isDrawn(seed, lot, share + 1)).toBe(false)
    }),
  )
})

test('a lot with a case and one without look alike', () => {
  for (const lot of [lotOf(Buffer.from('a step')), emptyLot()]) expect(lot).toMatch(/^[\da-f]{32}$/)
})
