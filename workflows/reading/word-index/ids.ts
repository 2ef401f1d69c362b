/** Twice as large, until `least` fits. */
export function grown<Numbers extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  numbers: Numbers,
  least: number,
): Numbers {
  if (numbers.length >= least) return numbers
  let length = Math.max(numbers.length, 1024)
  while (length < least) length *= 2
  const larger = new (numbers.constructor as new (length: number) => Numbers)(length)
  larger.set(numbers)
  return larger
}

const WORDS = 4

/**
 * The newest place of each id, outside the heap: ten thousands of strings in a Map would take more memory than what they
 * lead to. Ids are random, so that their first bits serve as a hash.
 */
export class Ids {
  #words = new Uint32Array()
  /** place + 1 where an id was put, 0 where nothing is; never more than half full */
  #table = new Uint32Array(1024)
  #known = 0

  /** The place of an id, or -1. */
  placeOf(id: string): number {
    return (this.#table[this.#find(wordsOf(id))] ?? 0) - 1
  }

  /** Each place is put once, in ascending order; an id may move to another. */
  put(id: string, place: number): void {
    this.#words = grown(this.#words, (place + 1) * WORDS)
    const words = wordsOf(id)
    this.#words.set(words, place * WORDS)
    const at = this.#find(words)
    if (this.#table[at] === 0) this.#known += 1
    this.#table[at] = place + 1
    if (this.#known * 2 > this.#table.length) this.#spread()
  }

  /** The id that was put at a place. */
  idAt(place: number): string {
    const hex = Array.from(this.#wordsAt(place), (word) => word.toString(16).padStart(8, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** Where in the table these words are, or could be put. */
  #find(words: Uint32Array): number {
    let at = (words[0] ?? 0) % this.#table.length
    for (let place = this.#table[at]; place; place = this.#table[at]) {
      if (this.#wordsAt(place - 1).every((word, nth) => word === words[nth])) return at
      at = (at + 1) % this.#table.length
    }
    return at
  }

  #spread(): void {
    const places = this.#table.filter((place) => place > 0)
    this.#table = new Uint32Array(this.#table.length * 2)
    for (const place of places) this.#table[this.#find(this.#wordsAt(place - 1))] = place
  }

  #wordsAt(place: number): Uint32Array {
    return this.#words.subarray(place * WORDS, (place + 1) * WORDS)
  }
}

function wordsOf(id: string): Uint32Array {
  const hex = id.replaceAll('-', '')
  return Uint32Array.from({ length: WORDS }, (_, nth) => Number.parseInt(hex.slice(nth * 8, nth * 8 + 8), 16))
}
