import { BytesInTurn } from './bytes-in-turn.ts'

/** Properties by their number (MS-OXPROPS). */
export const PROPERTY = {
  body: 0x1000,
  html: 0x1013,
  displayName: 0x3001,
  object: 0x3701,
  longName: 0x3707,
  type: 0x370e,
} as const

/** Bytes of one property: `isWide`, words in UTF-16; `isObject`, a thing with the number of its kind in front. */
export type Property = { bytes: Buffer; isWide: boolean; isObject: boolean }

/** Bytes of a value of fixed length, by type, filled up to four. */
const FIXED = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
])
const WORDS = 0x1e
const WIDE_WORDS = 0x1f
const BINARY = 0x102
const OBJECT = 0x0d
const MANY = 0x1000
const NAMED = 0x8000

/** The values of variable length in a list of properties, the first of each. Throws RangeError where the list is broken. */
export function mapiProperties(bytes: Buffer): Map<number, Property> {
  const turn = new BytesInTurn(bytes)
  const found = new Map<number, Property>()
  const filledUp = (length: number) => Math.ceil(length / 4) * 4
  for (let left = turn.uint32(); left > 0; left--) {
    const type = turn.uint16()
    const id = turn.uint16()
    if (id >= NAMED) {
      turn.take(16)
      if (turn.uint32() === 0) turn.take(4)
      else turn.take(filledUp(turn.uint32()))
    }
    const single = type & ~MANY
    const fixed = FIXED.get(single)
    if (fixed !== undefined) {
      turn.take(fixed * ((type & MANY) === 0 ? 1 : turn.uint32()))
      continue
    }
    if (![WORDS, WIDE_WORDS, BINARY, OBJECT].includes(single)) throw new RangeError('no such type')
    for (let values = turn.uint32(); values > 0; values--) {
      const length = turn.uint32()
      const value = turn.take(filledUp(length)).subarray(0, length)
      if (!found.has(id)) found.set(id, { bytes: value, isWide: single === WIDE_WORDS, isObject: single === OBJECT })
    }
  }
  return found
}
