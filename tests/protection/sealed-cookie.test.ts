import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { handClock, MINUTE } from '#workflows/clock.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { openCookie, sealCookie } from '#workflows/protection/sealed-cookie.ts'
import { freshKeys } from './fresh-keys.ts'

const schema = z.object({ report: z.string() })
let keys: Keys
beforeAll(async () => {
  keys = await freshKeys()
})
const clock = handClock('2026-10-12')
const inQuarterOfAnHour = new Date(clock.wall().getTime() + 15 * MINUTE)
const sealed = () => sealCookie(keys, 'receipt', { report: 'r-4711' }, inQuarterOfAnHour)

test('a sealed cookie gives back what it holds, and shows nothing of it', () => {
  expect(openCookie(keys, 'receipt', sealed(), schema, clock.wall())).toEqual({ report: 'r-4711' })
  expect(Buffer.from(sealed(), 'base64url').includes('4711')).toBe(false)
})

test('a cookie is worth nothing at its last moment and after', () => {
  const justBefore = new Date(inQuarterOfAnHour.getTime() - 1)
  expect(openCookie(keys, 'receipt', sealed(), schema, justBefore)).not.toBeNull()
  expect(openCookie(keys, 'receipt', sealed(), schema, inQuarterOfAnHour)).toBeNull()
})

test('a cookie for one purpose opens no other, nor in another town', async () => {
  expect(openCookie(keys, 'staff', sealed(), schema, clock.wall())).toBeNull()
  expect(openCookie(await freshKeys(), 'receipt', sealed(), schema, clock.wall())).toBeNull()
})

test('a forged, altered or empty cookie is no cookie', () => {
  const cookie = sealed()
  for (let at = 0; at < cookie.length - 1; at++) {
    const altered = cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1)
    expect(openCookie(keys, 'receipt', altered, schema, clock.wall())).toBeNull()
  }
  for (const forged of ['', 'x', '{"report":"r-4711"}', '查询码'])
    expect(openCookie(keys, 'receipt', forged, schema, clock.wall())).toBeNull()
})

test('a cookie of an older shape is no cookie', () => {
  const old = sealCookie(keys, 'receipt', { case: 'c-1' }, inQuarterOfAnHour)
  expect(openCookie(keys, 'receipt', old, schema, clock.wall())).toBeNull()
})
