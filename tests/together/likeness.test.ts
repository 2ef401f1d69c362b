import { describe, expect, test } from 'vitest'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { indexTokens } from '#workflows/protection/blind-index.ts'
import { likenessOf, type Likeness, resemblance } from '#workflows/protection/likeness.ts'
import { sharedPhrases } from '#workflows/reading/shared-phrases.ts'
import { STORIES } from '#workflows/sample-town/data/stories/stories.ts'
import { FORTY } from './forty.ts'

/** A key that is always the same: by chance another would miss one of the likest pairs in some thousand runs. */
const keys = { ...(await freshKeys()), search: Buffer.alloc(32, 7) }
const tokens = (text: string) => indexTokens(keys, text)
const like = (text: string): Likeness => {
  const likeness = likenessOf(keys, tokens(text))
  if (!likeness) throw new Error('too short to be compared')
  return likeness
}
const meet = (one: Likeness, other: Likeness) => one.bands.some((band, at) => band === other.bands[at])
/** The part of their tokens that two texts share, counted. */
function counted(one: string, other: string): number {
  const [some, more] = [new Set(tokens(one)), new Set(tokens(other))]
  const both = [...some].filter((token) => more.has(token)).length
  return both / (some.size + more.size - both)
}

/** Twenty-five complaints about twenty-five things. */
const DIFFERENT = STORIES.filter(({ id }) => !id.endsWith('Again')).slice(0, 25)

describe('reports that may be one', () => {
  test('forty who sat in one meeting: the draft finds all, and each of them most of the others', () => {
    const signed = FORTY.map(like)
    const found = signed.map(
      (one) => signed.filter((other) => meet(one, other) && resemblance(one.signature, other.signature) >= 0.3).length,
    )
    expect(found[0]).toBe(40)
    expect(Math.min(...found)).toBeGreaterThan(36)
  })
  test('twenty-five different complaints are not linked, nor to the meeting', () => {
    expect(DIFFERENT).toHaveLength(25)
    const signed = [...DIFFERENT.map(({ text }) => like(text)), like(FORTY[0] ?? '')]
    const linked = signed.flatMap((one, at) =>
      signed.slice(at + 1).filter((other) => meet(one, other) && resemblance(one.signature, other.signature) >= 0.3),
    )
    expect(linked).toEqual([])
  })
  test('the estimate is near what counting would give', () => {
    const pairs = FORTY.slice(1).map((text) => [FORTY[0] ?? '', text] as const)
    for (const [one, other] of pairs)
      expect(Math.abs(resemblance(like(one).signature, like(other).signature) - counted(one, other))).toBeLessThan(0.25)
  })
  test('a few words are like nothing', () => {
    expect(likenessOf(keys, tokens('开会多'))).toBeNull()
    expect(likenessOf(keys, [])).toBeNull()
  })
  test('another key compares in another order: nothing can be compared from outside', async () => {
    const other = await freshKeys()
    const text = FORTY[0] ?? ''
    const theirs = likenessOf(other, tokens(text))
    expect(theirs && resemblance(theirs.signature, like(text).signature)).toBeLessThan(0.2)
  })
})

describe('the passages two reports share', () => {
  test('are the longest that stand in both, none inside another', () => {
    const phrases = sharedPhrases(
      '昨天在县里开推进会，开到每个村，签到不许请假。',
      '听说县里开推进会，都去了，签到不许请假，烦。',
      3,
    )
    expect(phrases).toEqual(['县里开推进会', '签到不许请假'])
  })
  test('are not the small change of the language', () => {
    expect(sharedPhrases('我们这里的会太多了', '他们那里的表太多了', 3)).toEqual([])
  })
  test('of two reports as long as may be are found at once', () => {
    const long = '会'.repeat(20_000)
    const begun = performance.now()
    expect(sharedPhrases(long, long, 3)[0]).toMatch(/^会{40}…$/)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
