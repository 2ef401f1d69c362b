import { HASH_LENGTH, NO_PEAKS, type Peaks, rootOf, type Subtree, withLeaf } from '#workflows/protection/merkle.ts'

/** The complete subtrees of a tree as one column. */
export const storedPeaks = ({ hashes }: Peaks): Buffer => Buffer.concat(hashes)

export function peaksOf({ size, peaks }: { size: number; peaks: Buffer }): Peaks {
  const hashes = Array.from({ length: peaks.length / HASH_LENGTH }, (_, place) =>
    peaks.subarray(place * HASH_LENGTH, (place + 1) * HASH_LENGTH),
  )
  return { size, hashes }
}

/** What a proof needs of a tree and of the leaves added to it: a whole subtree of the one, or some of the others. */
export function subtreeOver(tree: Peaks, added: readonly Buffer[]): Subtree {
  const starts = startsOf(tree.size)
  return (from, to) => {
    if (from >= tree.size) return rootOf(added.slice(from - tree.size, to - tree.size).reduce(withLeaf, NO_PEAKS))
    const peak = tree.hashes[starts.indexOf(from)]
    if (!peak) throw new RangeError('not a whole subtree')
    return peak
  }
}

/** Where each complete subtree begins, the largest first. */
function startsOf(size: number): number[] {
  const starts: number[] = []
  for (let start = 0; start < size; ) {
    starts.push(start)
    start += 2 ** Math.floor(Math.log2(size - start))
  }
  return starts
}
