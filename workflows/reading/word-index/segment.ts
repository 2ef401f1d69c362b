import type { IndexEntry } from '#workflows/protection/index-entry.ts'
import { BANDS, HASHES, resemblance } from '#workflows/protection/likeness.ts'
import { MEMBERS, membersWith, placeIn, type Postings, postingsOf } from './postings.ts'

/** Some thousand cases of the index. While it fills they are looked through one by one; full, it is turned round and packed. */
export class Segment {
  #filling: IndexEntry[] = []
  #packed: Postings | null = null
  #count = 0
  readonly #compared = new Uint8Array(MEMBERS)
  readonly #signatures = new Uint8Array(MEMBERS * HASHES)
  readonly #bands = new Int32Array(MEMBERS * BANDS)

  get isFull(): boolean {
    return this.#count === MEMBERS
  }

  /** Takes one more, and answers with its number here. */
  add(entry: IndexEntry): number {
    const member = this.#count
    this.#count += 1
    this.#filling.push(entry)
    if (entry.likeness) {
      this.#compared[member] = 1
      this.#signatures.set(entry.likeness.signature, member * HASHES)
      this.#bands.set(entry.likeness.bands, member * BANDS)
    }
    if (this.isFull) {
      this.#packed = postingsOf(this.#filling)
      this.#filling = []
    }
    return member
  }

  /** The members that hold all these tokens, ascending; `office`: in what office and units wrote. */
  holding(tokens: Uint32Array, office: boolean): number[] {
    if (this.#packed) return membersWith(this.#packed, tokens, office)
    return this.#filling.flatMap((entry, member) => (holdsAll(entry, tokens, office) ? [member] : []))
  }

  likenessOf(member: number) {
    if (!this.#compared[member]) return null
    return {
      signature: this.#signatures.subarray(member * HASHES, (member + 1) * HASHES),
      bands: this.#bands.subarray(member * BANDS, (member + 1) * BANDS),
    }
  }

  /** The members that share a band, each with how like it is. */
  alike({ signature, bands }: NonNullable<IndexEntry['likeness']>): { member: number; likeness: number }[] {
    const found = []
    for (let member = 0; member < this.#count; member++)
      if (this.#compared[member] && this.#meets(member, bands)) {
        const theirs = this.#signatures.subarray(member * HASHES, (member + 1) * HASHES)
        found.push({ member, likeness: resemblance(signature, theirs) })
      }
    return found
  }

  #meets(member: number, bands: Int32Array): boolean {
    const from = member * BANDS
    for (let band = 0; band < BANDS; band++) if (this.#bands[from + band] === bands[band]) return true
    return false
  }
}

const holdsAll = ({ tokens, office }: IndexEntry, wanted: Uint32Array, byOffice: boolean) =>
  wanted.every((token) => {
    const at = placeIn(tokens, token)
    return at >= 0 && (!byOffice || office[at] === 1)
  })
