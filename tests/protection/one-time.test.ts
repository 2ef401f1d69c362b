import { expect, test } from 'vitest'
import { handClock, SECOND } from '#workflows/clock.ts'
import { checkOneTime, currentOneTime, newOneTimeSecret, oneTimeUri } from '#workflows/protection/one-time.ts'

/** RFC 6238, appendix B: the SHA-1 secret "12345678901234567890", last six of the eight digits given there. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * SECOND)
const step = (instant: Date) => Math.floor(instant.getTime() / (30 * SECOND))

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at second %i the standard says %s', (seconds, digits) => {
  expect(currentOneTime(RFC_SECRET, at(seconds))).toBe(digits)
})

test('the one-time password of now is taken, and says which step it used', () => {
  const { wall } = handClock('2026-10-12')
  const secret = newOneTimeSecret()
  expect(checkOneTime(secret, currentOneTime(secret, wall()), wall(), 0)).toBe(step(wall()))
})

test('a phone one step off is let in, two steps off is not', () => {
  const { wall } = handClock('2026-10-12')
  const secret = newOneTimeSecret()
  const typed = (seconds: number) => currentOneTime(secret, new Date(wall().getTime() + seconds * SECOND))
  expect(checkOneTime(secret, typed(-30), wall(), 0)).toBe(step(wall()) - 1)
  expect(checkOneTime(secret, typed(30), wall(), 0)).toBe(step(wall()) + 1)
  expect(checkOneTime(secret, typed(-60), wall(), 0)).toBeNull()
  expect(checkOneTime(secret, typed(60), wall(), 0)).toBeNull()
})

test('no one-time password is taken twice, nor one older than the last', () => {
  const clock = handClock('2026-10-12')
  const secret = newOneTimeSecret()
  const first = currentOneTime(secret, clock.wall())
  const used = checkOneTime(secret, first, clock.wall(), 0) ?? 0
  expect(checkOneTime(secret, first, clock.wall(), used)).toBeNull()
  clock.advance(30 * SECOND)
  expect(checkOneTime(secret, first, clock.wall(), used)).toBeNull()
  expect(checkOneTime(secret, currentOneTime(secret, clock.wall()), clock.wall(), used)).toBe(used + 1)
})

test('after a password of the coming step, and after the clock was set back, nothing used is taken again', () => {
  const clock = handClock('2026-10-12')
  const secret = newOneTimeSecret()
  const coming = currentOneTime(secret, new Date(clock.wall().getTime() + 30 * SECOND))
  const used = checkOneTime(secret, coming, clock.wall(), 0) ?? 0
  expect(checkOneTime(secret, coming, clock.wall(), used)).toBeNull()
  clock.advance(-600 * SECOND)
  expect(checkOneTime(secret, currentOneTime(secret, clock.wall()), clock.wall(), used)).toBeNull()
})

test('spaces and full-width digits are read as typed by a person', () => {
  expect(checkOneTime(RFC_SECRET, ' 005 924 ', at(1234567890), 0)).toBe(41152263)
  expect(checkOneTime(RFC_SECRET, '００５　９２４', at(1234567890), 0)).toBe(41152263)
})

test.each(['', '5924', '0059240', 'abcdef', '-05924', '00592٤', '查询码'])('%j is no one-time password', (typed) => {
  expect(checkOneTime(RFC_SECRET, typed, at(1234567890), 0)).toBeNull()
})

test('an authenticator app is told the town, the login and the secret', () => {
  const uri = new URL(oneTimeUri(RFC_SECRET, 'li.ming', '回音 Huiyin'))
  expect(uri.protocol).toBe('otpauth:')
  expect(uri.searchParams.get('secret')).toBe(RFC_SECRET)
  expect(uri.searchParams.get('issuer')).toBe('回音 Huiyin')
  expect(decodeURIComponent(uri.pathname)).toContain('li.ming')
})
