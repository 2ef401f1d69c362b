import type { SearchEnd } from '#db/read/search-candidates.ts'
import type { Day } from '#workflows/clock.ts'
import type { IndexEntry } from '#workflows/protection/index-entry.ts'
import { grown, Ids } from './ids.ts'
import { MEMBERS } from './postings.ts'
import { Segment } from './segment.ts'

/** More places than a process can hold; a day's number times it is still exact. */
const PLACES = 2 ** 28
/** A day as a number in the order of days: 20261201. */
const dayNumber = (day: Day) => Number(day.replaceAll('-', ''))
const dayOfNumber = (day: number): Day => String(day).replace(/^(\d+)(\d\d)(\d\d)$/, '$1-$2-$3')

/**
 * What all cases are found by, in the memory of this process and nowhere else in the clear. A case that is put again
 * takes a new place; a segment of which every case was put again is let go.
 */
export class WordIndex {
  #segments: (Segment | null)[] = []
  #ids = new Ids()
  #places = 0
  #days = new Int32Array()
  /** the transaction that wrote the entry; 0 where the case stands at another place by now */
  #changes = new Float64Array()
  /** cases of each segment that stand there still */
  #standing: number[] = []

  /** Whether what this transaction wrote of the case is here. */
  holds(id: string, changedIn: number): boolean {
    const place = this.#ids.placeOf(id)
    return place >= 0 && this.#changes[place] === changedIn
  }

  put(id: string, { day, changedIn, entry }: { day: Day; changedIn: number; entry: IndexEntry }): void {
    const before = this.#ids.placeOf(id)
    if (before >= 0) this.#leave(before)
    const place = this.#places
    const nth = Math.floor(place / MEMBERS)
    const segment = (this.#segments[nth] ??= new Segment())
    segment.add(entry)
    this.#standing[nth] = (this.#standing[nth] ?? 0) + 1
    this.#places += 1
    this.#days = grown(this.#days, this.#places)
    this.#changes = grown(this.#changes, this.#places)
    this.#days[place] = dayNumber(day)
    this.#changes[place] = changedIn
    this.#ids.put(id, place)
    this.#letGo(nth)
  }

  #leave(place: number): void {
    this.#changes[place] = 0
    const nth = Math.floor(place / MEMBERS)
    this.#standing[nth] = (this.#standing[nth] ?? 0) - 1
    this.#letGo(nth)
  }

  #letGo(nth: number): void {
    if (this.#segments[nth]?.isFull && this.#standing[nth] === 0) this.#segments[nth] = null
  }

  /** The cases that hold all these tokens, newest first, from behind `after` on; `office`: in what office and units wrote. */
  *newestWith(tokens: readonly number[], office: boolean, after: SearchEnd | null): Generator<string> {
    const wanted = Uint32Array.from(tokens)
    // one number each, so that they are put in order natively: many thousands hold a common word
    const found: number[] = []
    for (const [nth, segment] of this.#segments.entries())
      for (const member of segment?.holding(wanted, office) ?? []) {
        const place = nth * MEMBERS + member
        if (this.#changes[place]) found.push((this.#days[place] ?? 0) * PLACES + place)
      }
    const order = new Float64Array(found).sort()
    let left = order.length
    while (left > 0) {
      const day = Math.floor((order[left - 1] ?? 0) / PLACES)
      const ids: string[] = []
      for (; left > 0 && Math.floor((order[left - 1] ?? 0) / PLACES) === day; left--)
        ids.push(this.#ids.idAt((order[left - 1] ?? 0) % PLACES))
      const receivedOn = dayOfNumber(day)
      if (after && receivedOn > after.receivedOn) continue
      const older = after?.receivedOn === receivedOn ? ids.filter((id) => id < after.id) : ids
      yield* older.sort().reverse()
    }
  }

  /** The cases most like this one, likest first, itself left out; null where there is nothing to compare it by. */
  likest(id: string, least: number, most: number): { id: string; likeness: number }[] | null {
    const own = this.#ids.placeOf(id)
    const likeness = this.#segments[Math.floor(own / MEMBERS)]?.likenessOf(own % MEMBERS)
    if (own < 0 || !likeness) return null
    return this.#segments
      .flatMap(
        (segment, nth) =>
          segment?.alike(likeness).map((each) => ({ place: each.member + nth * MEMBERS, likeness: each.likeness })) ??
          [],
      )
      .filter((each) => each.place !== own && each.likeness >= least && this.#changes[each.place])
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, most)
      .map((each) => ({ id: this.#ids.idAt(each.place), likeness: each.likeness }))
  }
}
