import { createHmac } from 'node:crypto'
import type { Keys } from './keys.ts'

/** 16 bands of 4: texts that share half their tokens meet in some band two times of three, four fifths of them always. */
export const HASHES = 64
const ROWS = 4
export const BANDS = HASHES / ROWS

/** What tells how like two texts are. `signature`: a byte of each hash, which two others share once in 256. */
export type Likeness = { signature: Uint8Array; bands: Int32Array }

/**
 * MinHash of a text's blind tokens: 64 times the smallest of its tokens under an order of its own, by the search key.
 * Two signatures agree in as large a part of their places as the texts share tokens. Null: too short to be like anything.
 * With the texts of a few reports at hand it says something of others: it is sealed as they are.
 */
export function likenessOf(keys: Keys, tokens: readonly number[]): Likeness | null {
  if (tokens.length < FEWEST) return null
  const hashes = ordersOf(keys).map(([mask, factor]) => {
    let least = 0xffffffff
    for (const token of tokens) {
      const place = stirred(token ^ mask, factor)
      if (place < least) least = place
    }
    return least | 0
  })
  const bands = Int32Array.from({ length: BANDS }, (_, band) =>
    hashes.slice(band * ROWS, (band + 1) * ROWS).reduce((mixed, part) => stirred(mixed ^ part, 0x01000193) | 0, band),
  )
  return { signature: Uint8Array.from(hashes), bands }
}
/** Some words in common make short texts alike by chance. */
const FEWEST = 8

/** The part of their tokens that two texts share, estimated: 0 to 1. */
export function resemblance(one: Uint8Array, other: Uint8Array): number {
  let agreed = 0
  for (let at = 0; at < HASHES; at++) if (one[at] === other[at]) agreed += 1
  return agreed / HASHES
}

/** A fast hash of 32 bits; the keyed masks and factors make 64 different ones of it. */
function stirred(value: number, factor: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), factor)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

type Order = readonly [mask: number, factor: number]
const derived = new WeakMap<Keys, Order[]>()
function ordersOf(keys: Keys): Order[] {
  const known = derived.get(keys)
  if (known) return known
  const orders = Array.from({ length: HASHES }, (_, at): Order => {
    const bytes = createHmac('sha256', keys.search).update(`likeness ${at}`).digest()
    return [bytes.readInt32BE(0), bytes.readInt32BE(4) | 1]
  })
  derived.set(keys, orders)
  return orders
}
