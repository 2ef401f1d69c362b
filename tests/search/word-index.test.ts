import { describe, expect, test } from 'vitest'
import { indexEntry } from '#workflows/protection/index-entry.ts'
import { MEMBERS } from '#workflows/reading/word-index/postings.ts'
import { WordIndex } from '#workflows/reading/word-index/word-index.ts'
import { randomFrom } from './random.ts'

/** More than two full segments and a filling one; tokens from few, so that each is in many cases. */
const CASES = 2 * MEMBERS + 500
const TOKENS = 40
const random = randomFrom(5)
const idOf = (nth: number) =>
  `${String((nth * 2654435761) % 2 ** 32)
    .padStart(8, '0')
    .slice(0, 8)}-0000-4000-8000-${String(nth).padStart(12, '0')}`
const dayOf = () => `2026-0${1 + random.below(9)}-1${random.below(10)}`
const someTokens = () => Array.from({ length: 6 }, () => random.below(TOKENS) - TOKENS / 2)

const cases = Array.from({ length: CASES }, (_, nth) => ({
  id: idOf(nth),
  day: dayOf(),
  reported: someTokens(),
  byOffice: someTokens().slice(0, 3),
}))
const index = new WordIndex()
const put = ({ id, day, reported, byOffice }: (typeof cases)[number], changedIn: number) =>
  index.put(id, { day, changedIn, entry: indexEntry(reported, byOffice, null) })
for (const one of cases) put(one, 1)
// a tenth is said anew, and some of it twice: the first segment is still read
for (const nth of cases.keys())
  if (nth % 10 === 0) {
    const one = cases[nth]
    if (!one) continue
    one.reported = someTokens()
    put(one, 2)
    if (nth % 100 === 0) put(one, 3)
  }

const newestFirst = (found: typeof cases) =>
  found
    .map(({ day, id }) => `${day} ${id}`)
    .sort()
    .reverse()
    .map((each) => each.slice(11))

describe('the index in memory', () => {
  test('finds exactly the cases that hold all tokens, newest first, in all words or in the office’s alone', () => {
    for (let round = 0; round < 30; round++) {
      const wanted = someTokens().slice(0, 1 + random.below(3))
      const holds = (tokens: readonly number[]) => wanted.every((token) => tokens.includes(token))
      const everywhere = cases.filter(({ reported, byOffice }) => holds([...reported, ...byOffice]))
      expect([...index.newestWith(wanted, false, null)]).toEqual(newestFirst(everywhere))
      expect([...index.newestWith(wanted, true, null)]).toEqual(
        newestFirst(cases.filter(({ byOffice }) => holds(byOffice))),
      )
    }
  })

  test('goes on behind any case', () => {
    const all = [...index.newestWith([1], false, null)]
    for (const at of [0, 1, 700, all.length - 1]) {
      const id = all[at] ?? ''
      const receivedOn = cases.find((one) => one.id === id)?.day ?? ''
      expect([...index.newestWith([1], false, { receivedOn, id })]).toEqual(all.slice(at + 1))
    }
  })

  test('lets a segment go of which every case was put again, and finds the cases where they are now', () => {
    for (const one of cases.slice(0, MEMBERS)) put(one, 4)
    const holding = cases.filter(({ reported, byOffice }) => [...reported, ...byOffice].includes(3))
    expect([...index.newestWith([3], false, null)]).toEqual(newestFirst(holding))
    expect(index.holds(idOf(0), 4)).toBe(true)
    expect(index.holds(idOf(0), 1)).toBe(false)
  })
})
