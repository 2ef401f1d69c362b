import { beforeAll, expect, test } from 'vitest'
import { HOUR, handClock, MINUTE } from '#workflows/clock.ts'
import { issueFormToken, openFormToken } from '#workflows/protection/form-token.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { issueSubmission, openSubmission } from '#workflows/protection/submission.ts'
import { freshKeys } from './fresh-keys.ts'

let keys: Keys
beforeAll(async () => {
  keys = await freshKeys()
})
const evening = () => handClock(new Date('2026-10-12T21:40:00+08:00'))

test('every form carries a submission of its own, of 128 random bits', () => {
  const { wall } = evening()
  const opened = Array.from({ length: 100 }, () => openSubmission(keys, issueSubmission(keys, wall()), wall()))
  expect(opened.every((submission) => submission?.length === 16)).toBe(true)
  expect(new Set(opened.map((submission) => submission?.toString('hex'))).size).toBe(100)
})

test('the same token opens to the same submission as often as it is sent', () => {
  const { wall } = evening()
  const token = issueSubmission(keys, wall())
  expect(openSubmission(keys, token, wall())).toEqual(openSubmission(keys, token, wall()))
})

test('a form begun in the evening can be sent for 24 hours, and not a day and two hours later', () => {
  const clock = evening()
  const token = issueSubmission(keys, clock.wall())
  clock.advance(24 * HOUR)
  expect(openSubmission(keys, token, clock.wall())).not.toBeNull()
  clock.advance(2 * HOUR)
  expect(openSubmission(keys, token, clock.wall())).toBeNull()
})

test('a token says no more of the time than its hour', () => {
  const clock = evening()
  const stamp = () => Buffer.from(issueSubmission(keys, clock.wall()), 'base64url').subarray(16, 20).toString('hex')
  const before = stamp()
  clock.advance(19 * MINUTE)
  expect(stamp()).toBe(before)
})

test('a machine whose clock is minutes behind still takes a token of the new hour, but none from far ahead', () => {
  const clock = evening()
  const token = issueSubmission(keys, clock.wall())
  clock.advance(-45 * MINUTE)
  expect(openSubmission(keys, token, clock.wall())).not.toBeNull()
  clock.advance(-2 * HOUR)
  expect(openSubmission(keys, token, clock.wall())).toBeNull()
})

test('a token with any one letter changed, cut or lengthened is refused', () => {
  const { wall } = evening()
  const token = issueSubmission(keys, wall())
  for (let at = 0; at < token.length; at++) {
    const letter = token[at] === 'A' ? 'B' : 'A'
    expect(openSubmission(keys, token.slice(0, at) + letter + token.slice(at + 1), wall())).toBeNull()
    expect(openSubmission(keys, token.slice(0, at), wall())).toBeNull()
  }
  for (const more of ['A', '=', ' ', '.']) expect(openSubmission(keys, token + more, wall())).toBeNull()
})

test('a token of another town is refused', async () => {
  const { wall } = evening()
  expect(openSubmission(await freshKeys(), issueSubmission(keys, wall()), wall())).toBeNull()
})

test('a token for one form opens no other, and none is a submission', () => {
  const { wall } = evening()
  const token = issueFormToken(keys, 'sign-in', wall())
  expect(openFormToken(keys, 'sign-in', token, wall())).not.toBeNull()
  expect(openFormToken(keys, 'session 4711', token, wall())).toBeNull()
  expect(openSubmission(keys, token, wall())).toBeNull()
})

test('a form on a signed-in page may lie open for 12 hours', () => {
  const clock = evening()
  const token = issueFormToken(keys, 'session 4711', clock.wall())
  clock.advance(12 * HOUR)
  expect(openFormToken(keys, 'session 4711', token, clock.wall())).not.toBeNull()
  clock.advance(2 * HOUR)
  expect(openFormToken(keys, 'session 4711', token, clock.wall())).toBeNull()
})
