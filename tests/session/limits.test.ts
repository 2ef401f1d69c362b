import { expect, test } from 'vitest'
import { createLimits, prefixOf } from '#app/http/limits.ts'
import { HOUR, handClock } from '#workflows/clock.ts'

test('a bucket is emptied by its own prefix alone, and fills again', () => {
  const clock = handClock('2026-10-12')
  const limits = createLimits(clock)
  const tries = Array.from({ length: 25 }, () => limits.spend('report', '203.0.113'))
  expect(tries.filter(Boolean)).toHaveLength(20)
  expect(limits.spend('report', '198.51.100')).toBe(true)
  expect(limits.spend('oneTime', '203.0.113')).toBe(true)
  clock.advance(HOUR)
  expect(limits.spend('report', '203.0.113')).toBe(true)
})

test('a flood from everywhere takes no more memory than the bound', () => {
  const limits = createLimits(handClock('2026-10-12'), 1000)
  for (let from = 0; from < 10_000; from += 1) limits.spend('follow', String(from))
  expect(limits.size()).toBe(1000)
})

test('a flood against one act makes no other forget, and what is given back can be spent again', () => {
  const limits = createLimits(handClock('2026-10-12'), 100)
  while (limits.spend('oneTime', 'qinyue'));
  for (let from = 0; from < 1000; from += 1) limits.spend('signInAs', String(from))
  expect(limits.spend('oneTime', 'qinyue')).toBe(false)
  limits.giveBack('oneTime', 'qinyue')
  expect([limits.spend('oneTime', 'qinyue'), limits.spend('oneTime', 'qinyue')]).toEqual([true, false])
})

test.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:1:2::3', '2001:db8:1'],
  ['2001:db8::3', '2001:db8:0'],
  ['::1', '0:0:0'],
])('%s belongs to %s', (address, prefix) => {
  expect(prefixOf(address)).toBe(prefix)
})
