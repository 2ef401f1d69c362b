import { type DataKey, openBytes, sealBytes } from './cipher.ts'
import { BANDS, HASHES, type Likeness } from './likeness.ts'

/** What one case is found by and compared by, in the clear: it exists in the memory of a process alone. */
export type IndexEntry = {
  /** of all words, ascending as unsigned numbers */
  tokens: Uint32Array
  /** beside each token: 1 where office or units wrote it too */
  office: Uint8Array
  likeness: Likeness | null
}

const FORMAT = 1
const HEAD = 8
const LIKENESS = HASHES + 4 * BANDS
const place = (caseId: string) => ({ table: 'search.case_index', column: 'sealed', row: caseId })

/** An entry of all tokens and of those that office and units wrote, in any order. */
export function indexEntry(all: Iterable<number>, byOffice: Iterable<number>, likeness: Likeness | null): IndexEntry {
  const tokens = Uint32Array.from(new Set([...all, ...byOffice])).sort()
  const theirs = new Set(Uint32Array.from(byOffice))
  return { tokens, office: Uint8Array.from(tokens, (token) => (theirs.has(token) ? 1 : 0)), likeness }
}

/**
 * Seals an entry under the key of its case, filled up to one of few lengths: two entries look different even where the
 * cases say the same, and how much a case says is told by its sealed words already, better than by this.
 */
export function sealEntry(key: DataKey, caseId: string, { tokens, office, likeness }: IndexEntry): Buffer {
  const marks = HEAD + tokens.length * 4
  const tail = marks + Math.ceil(tokens.length / 8)
  const bytes = Buffer.alloc(lengthFor(tail + (likeness ? LIKENESS : 0)))
  bytes.writeUInt8(FORMAT, 0)
  bytes.writeUInt8(likeness ? 1 : 0, 1)
  bytes.writeUInt32LE(tokens.length, 4)
  tokens.forEach((token, at) => bytes.writeUInt32LE(token, HEAD + at * 4))
  office.forEach((mark, at) => {
    const byte = marks + (at >> 3)
    bytes.writeUInt8(bytes.readUInt8(byte) | (mark << (at & 7)), byte)
  })
  if (likeness) {
    bytes.set(likeness.signature, tail)
    likeness.bands.forEach((band, at) => bytes.writeInt32LE(band, tail + HASHES + at * 4))
  }
  return sealBytes(key, place(caseId), bytes)
}

/** Throws CipherError unless sealed by this key for this case. */
export function openEntry(key: DataKey, caseId: string, sealed: Buffer): IndexEntry {
  const bytes = openBytes(key, place(caseId), sealed)
  if (bytes.readUInt8(0) !== FORMAT) throw new Error(`an index entry of format ${bytes.readUInt8(0)}`)
  const count = bytes.readUInt32LE(4)
  const marks = HEAD + count * 4
  const tail = marks + Math.ceil(count / 8)
  const tokens = new Uint32Array(count)
  const office = new Uint8Array(count)
  for (let at = 0; at < count; at++) {
    tokens[at] = bytes.readUInt32LE(HEAD + at * 4)
    office[at] = (bytes.readUInt8(marks + (at >> 3)) >> (at & 7)) & 1
  }
  if (bytes.readUInt8(1) === 0) return { tokens, office, likeness: null }
  const signature = Uint8Array.from(bytes.subarray(tail, tail + HASHES))
  const bands = Int32Array.from({ length: BANDS }, (_, at) => bytes.readInt32LE(tail + HASHES + at * 4))
  return { tokens, office, likeness: { signature, bands } }
}

const LEAST = 512
/** The next of 512, 768, 1024, 1536, 2048 … bytes. */
function lengthFor(length: number): number {
  let size = LEAST
  while (size < length) {
    if (size * 1.5 >= length) return size * 1.5
    size *= 2
  }
  return size
}
