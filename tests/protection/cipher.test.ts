import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  CipherError,
  newDataKey,
  openBytes,
  openText,
  type Place,
  sealBytes,
  sealText,
  staffKey,
  unwrapDataKey,
  wrapDataKey,
} from '#workflows/protection/cipher.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { freshKeys } from './fresh-keys.ts'

const body: Place = { table: 'report', column: 'body', row: '5b1f' }
let keys: Keys
beforeAll(async () => {
  keys = await freshKeys()
})

test('whatever was written is read back, letter for letter', () => {
  const { key } = newDataKey(keys)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(openText(key, body, sealText(key, body, text))).toBe(text)
    }),
  )
})

test('files come back byte for byte', () => {
  const { key } = newDataKey(keys)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      expect(openBytes(key, body, sealBytes(key, body, Buffer.from(bytes))).equals(bytes)).toBe(true)
    }),
  )
})

test.each<[string, Place]>([
  ['row', { ...body, row: '5b20' }],
  ['column', { ...body, column: 'place' }],
  ['table', { ...body, table: 'message' }],
  ['place that only spells the same', { table: 'report', column: 'body5', row: 'b1f' }],
])('a sealed text moved to another %s does not open', (_, place) => {
  const { key } = newDataKey(keys)
  const sealed = sealText(key, body, '每天报三张表')
  expect(() => openText(key, place, sealed)).toThrow(CipherError)
  expect(openText(key, body, sealed)).toBe('每天报三张表')
})

test('no choice of names makes two places one', () => {
  const { key } = newDataKey(keys)
  const gap = '\0'.repeat(4)
  const sealed = sealText(key, { table: 't', column: `a${gap}b`, row: 'c' }, '每天报三张表')
  expect(() => openText(key, { table: 't', column: 'a', row: `b${gap}c` }, sealed)).toThrow(CipherError)
})

test('a text sealed for one case does not open under the key of another, nor under its own by another name', () => {
  const { key } = newDataKey(keys)
  const sealed = sealText(key, body, '每天报三张表')
  expect(() => openText(newDataKey(keys).key, body, sealed)).toThrow(CipherError)
  expect(() => openText({ ...key, id: 'renamed' }, body, sealed)).toThrow(CipherError)
})

test('a sealed text cut short anywhere does not open', () => {
  const { key } = newDataKey(keys)
  const sealed = sealText(key, body, '每天报三张表')
  for (let length = 0; length < sealed.length; length++)
    expect(() => openText(key, body, sealed.subarray(0, length)), `first ${length} bytes`).toThrow(CipherError)
})

test('a sealed text with any one bit turned does not open', () => {
  const { key } = newDataKey(keys)
  const sealed = sealText(key, body, '每天报三张表')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const turned = Buffer.from(sealed)
    turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => openText(key, body, turned), `bit ${bit}`).toThrow(CipherError)
  }
})

test('the same text sealed twice looks different, and shows nothing of itself', () => {
  const { key } = newDataKey(keys)
  const [one, other] = [sealText(key, body, '同一句话'), sealText(key, body, '同一句话')]
  expect(one.equals(other)).toBe(false)
  expect(one.includes('同一句话')).toBe(false)
})

test('a wrapped data key unwraps to the key, under its own id only', () => {
  const { id, wrapped, key } = newDataKey(keys)
  expect(unwrapDataKey(keys, id, wrapped)).toEqual(key)
  expect(wrapped.includes(key.bytes)).toBe(false)
  expect(() => unwrapDataKey(keys, newDataKey(keys).id, wrapped)).toThrow(CipherError)
})

test('after a new master key the old data keys still open, and new ones are wrapped by the new', () => {
  const old = newDataKey(keys)
  const rotated: Keys = {
    ...keys,
    master: { current: 2, versions: { ...keys.master.versions, '2': randomBytes(32) } },
  }
  expect(unwrapDataKey(rotated, old.id, old.wrapped)).toEqual(old.key)
  expect(old.wrapped[0]).toBe(1)

  const young = newDataKey(rotated)
  expect(young.wrapped[0]).toBe(2)
  expect(() => unwrapDataKey(keys, young.id, young.wrapped)).toThrow('no master key of version 2')

  const rewrapped = wrapDataKey(rotated, old.key)
  expect(rewrapped[0]).toBe(2)
  expect(unwrapDataKey(rotated, old.id, rewrapped)).toEqual(old.key)
})

test('a wrapped key that claims another master version does not open', () => {
  const { id, wrapped } = newDataKey(keys)
  const two: Keys = { ...keys, master: { current: 1, versions: { ...keys.master.versions, '2': randomBytes(32) } } }
  const claimed = Buffer.concat([Buffer.of(2), wrapped.subarray(1)])
  expect(() => unwrapDataKey(two, id, claimed)).toThrow(CipherError)
  expect(() => unwrapDataKey(keys, id, Buffer.alloc(0))).toThrow(CipherError)
})

test('another town cannot unwrap a data key', async () => {
  const others = await freshKeys()
  const { id, wrapped } = newDataKey(keys)
  expect(() => unwrapDataKey(others, id, wrapped)).toThrow(CipherError)
})

test('a secret of an account opens under the staff key and under no case', () => {
  const place = { table: 'staff', column: 'totp_secret', row: 'li' }
  const sealed = sealText(staffKey(keys), place, 'JBSWY3DP')
  expect(openText(staffKey(keys), place, sealed)).toBe('JBSWY3DP')
  expect(() => openText(newDataKey(keys).key, place, sealed)).toThrow(CipherError)
})
