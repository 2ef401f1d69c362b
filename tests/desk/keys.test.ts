import { describe, expect, test } from 'vitest'
import { type DeskAct, isDeskAct } from '#app/desk/acts/act-fields.ts'
import { ACT_KEYS } from '#app/desk/keys.ts'
import { EVERY_EVENT, shortestPaths } from '#tests/machine/graph.ts'
import { lifeOf } from '#tests/machine/play.ts'

/** What lists, the way about and the sheet need everywhere. */
const TAKEN = ['j', 'k', 'J', 'K', 'g', 'o', 'x', 'X', '?', '/']

/** What may come beside whatever else a place offers, by what happened there before. */
const BESIDE: DeskAct[] = [
  ...(['take', 'handOver', 'stepAside', 'note', 'refer', 'issueOrder', 'settleOrder'] as const),
  ...(['vindicate', 'declineVindication', 'answerReprisal'] as const),
]

/** The acts offered together in each place a case can be, for each kind of person and moment. */
const together = shortestPaths().flatMap(({ at }) => {
  const moments = new Map<string, Set<string>>()
  for (const event of EVERY_EVENT) {
    const moment = JSON.stringify(event.facts)
    const offered = moments.get(moment) ?? new Set()
    if (isDeskAct(event.type) && at.can(event)) offered.add(event.type)
    moments.set(moment, offered)
  }
  return [...moments.values()].map((acts) => ({
    place: lifeOf(at),
    acts: [...new Set([...acts, ...BESIDE])].filter(isDeskAct),
  }))
})

/** Two acts that would answer to one letter, as `place: letter act act`. */
function twice(keys: Record<string, string>): string[] {
  const found = together.flatMap(({ place, acts }) =>
    acts.flatMap((act, at) =>
      acts
        .slice(at + 1)
        .flatMap((other) => (keys[act] === keys[other] ? [`${place}: ${keys[act]} ${act} ${other}`] : [])),
    ),
  )
  return [...new Set(found)]
}

describe('the letters of the acts', () => {
  test('no case ever offers two acts under one letter', () => {
    expect(together.some(({ acts }) => acts.length > 8)).toBe(true)
    expect(twice(ACT_KEYS)).toEqual([])
  })
  test('two acts of one place under one letter would be found', () => {
    expect(twice({ ...ACT_KEYS, accept: ACT_KEYS.merge })).toContain('triage.open: m accept merge')
  })
  test('none is a letter that lists or the way about need', () => {
    for (const letter of Object.values(ACT_KEYS)) {
      expect(letter).toHaveLength(1)
      expect(TAKEN).not.toContain(letter)
    }
  })
})
