import { createHash } from 'node:crypto'

/**
 * Merkle trees by RFC 9162, section 2.1, with SHA-256. Leaves and nodes are hashed under different prefixes, so that
 * no root of one size is a root of another.
 */
const EMPTY = createHash('sha256').digest()
export const HASH_LENGTH = EMPTY.length

/** The hash of an entry as a leaf (2.1.1). */
export const leafHash = (entry: Buffer | string): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(entry).digest()
const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()

/** A tree as its complete subtrees, left to right, largest first: all that is needed to go on from it. */
export type Peaks = { readonly size: number; readonly hashes: readonly Buffer[] }
export const NO_PEAKS: Peaks = { size: 0, hashes: [] }

/** The tree with one more leaf. */
export function withLeaf({ size, hashes }: Peaks, leaf: Buffer): Peaks {
  const grown = [...hashes]
  let joined = leaf
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
    const before = grown.pop()
    if (!before) throw new RangeError('a tree with fewer subtrees than its size has')
    joined = nodeHash(before, joined)
  }
  return { size: size + 1, hashes: [...grown, joined] }
}

/** The root (2.1.1). */
export const rootOf = ({ hashes }: Peaks): Buffer =>
  hashes.length === 0 ? EMPTY : hashes.reduceRight((right, left) => nodeHash(left, right))

/** The root over the leaves from `from` to before `to`; where it is read from is the caller's. */
export type Subtree = (from: number, to: number) => Promise<Buffer> | Buffer

/** That the leaf at `index` is in the tree of `size` leaves (2.1.3.1). */
export function inclusionProof(index: number, size: number, subtree: Subtree): Promise<Buffer[]> {
  if (!(index >= 0 && index < size)) throw new RangeError('no such leaf')
  const path = async (from: number, to: number): Promise<Buffer[]> => {
    if (to - from === 1) return []
    const middle = from + halfOf(to - from)
    return index < middle
      ? [...(await path(from, middle)), await subtree(middle, to)]
      : [...(await path(middle, to)), await subtree(from, middle)]
  }
  return path(0, size)
}

/** That the tree of `first` leaves is the beginning of the tree of `second` leaves (2.1.4.1). */
export function consistencyProof(first: number, second: number, subtree: Subtree): Promise<Buffer[]> {
  if (!(first > 0 && first <= second)) throw new RangeError('no such trees')
  const path = async (from: number, to: number, whole: boolean): Promise<Buffer[]> => {
    if (to === first) return whole ? [] : [await subtree(from, to)]
    const middle = from + halfOf(to - from)
    return first <= middle
      ? [...(await path(from, middle, whole)), await subtree(middle, to)]
      : [...(await path(middle, to, false)), await subtree(from, middle)]
  }
  return path(0, second, true)
}

/** The largest power of two smaller than `size`. */
const halfOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

/** Whether `leaf` is at `index` of the tree of `size` leaves with this root (2.1.3.2). */
export function isIncluded(leaf: Buffer, index: number, size: number, proof: readonly Buffer[], root: Buffer): boolean {
  if (!(index >= 0 && index < size)) return false
  let [place, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else hash = nodeHash(hash, sibling)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && hash.equals(root)
}

/** Whether the tree of `first` leaves is the beginning of the tree of `second` leaves (2.1.4.2). */
export function isConsistent(
  [first, firstRoot]: readonly [size: number, root: Buffer],
  [second, secondRoot]: readonly [size: number, root: Buffer],
  proof: readonly Buffer[],
): boolean {
  if (!(first > 0 && first <= second)) return false
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot)
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : [...proof]
  let [place, last] = [first - 1, second - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  const start = path.shift()
  if (!start) return false
  let [old, grown] = [start, start]
  for (const sibling of path) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      old = nodeHash(sibling, old)
      grown = nodeHash(sibling, grown)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else grown = nodeHash(grown, sibling)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && old.equals(firstRoot) && grown.equals(secondRoot)
}

const half = (number: number) => Math.floor(number / 2)
