import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  NO_PEAKS,
  rootOf,
  withLeaf,
} from '#workflows/protection/merkle.ts'

/** The entries, roots and proofs with which implementations of Certificate Transparency are compared. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const INCLUSION: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]
const CONSISTENCY: [first: number, second: number, proof: string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const known = ENTRIES.map((entry) => leafHash(bytes(entry)))
const treeOf = (leaves: readonly Buffer[]) => leaves.reduce(withLeaf, NO_PEAKS)
const within = (leaves: readonly Buffer[]) => (from: number, to: number) => rootOf(treeOf(leaves.slice(from, to)))

describe('a Merkle tree by RFC 9162', () => {
  test('has the known roots', () => {
    expect(rootOf(NO_PEAKS).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    for (const [place, root] of ROOTS.entries())
      expect(rootOf(treeOf(known.slice(0, place + 1))).toString('hex')).toBe(root)
  })

  test.each(INCLUSION)('has the known proof that leaf %i is in the tree of %i', async (index, size, proof) => {
    const found = await inclusionProof(index, size, within(known))
    expect(found.map((hash) => hash.toString('hex'))).toEqual(proof)
    expect(isIncluded(known[index] as Buffer, index, size, found, bytes(ROOTS[size - 1] as string))).toBe(true)
  })

  test.each(CONSISTENCY)('has the known proof that the tree of %i begins that of %i', async (first, second, proof) => {
    const found = await consistencyProof(first, second, within(known))
    expect(found.map((hash) => hash.toString('hex'))).toEqual(proof)
    const root = (size: number) => [size, bytes(ROOTS[size - 1] as string)] as const
    expect(isConsistent(root(first), root(second), found)).toBe(true)
  })

  const leaves = Array.from({ length: 70 }, (_, place) => leafHash(String(place)))
  const two = fc.tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }))

  test('proves every leaf, and no other leaf, place, size or root', async () => {
    await fc.assert(
      fc.asyncProperty(two, async ([one, other]) => {
        const [index, size] = [Math.min(one, other) - 1, Math.max(one, other)]
        const root = rootOf(treeOf(leaves.slice(0, size)))
        const leaf = leaves[index] as Buffer
        const proof = await inclusionProof(index, size, within(leaves))
        expect(isIncluded(leaf, index, size, proof, root)).toBe(true)
        expect(isIncluded(leafHash('another'), index, size, proof, root)).toBe(false)
        expect(isIncluded(leaf, index, size, proof, leafHash('another'))).toBe(false)
        expect(isIncluded(leaf, index, size, [...proof, leaf], root)).toBe(false)
        if (size > 1) expect(isIncluded(leaf, (index + 1) % size, size, proof, root)).toBe(false)
      }),
    )
  })

  test('proves of every two sizes that one begins the other, and of no changed one', async () => {
    await fc.assert(
      fc.asyncProperty(two, async ([one, other]) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)]
        const root = (size: number, of = leaves) => [size, rootOf(treeOf(of.slice(0, size)))] as const
        const proof = await consistencyProof(first, second, within(leaves))
        expect(isConsistent(root(first), root(second), proof)).toBe(true)
        const changed = [leafHash('another'), ...leaves.slice(1)]
        expect(isConsistent(root(first, changed), root(second), proof)).toBe(false)
        expect(isConsistent(root(first), root(second, changed), proof)).toBe(false)
      }),
    )
  })
})
