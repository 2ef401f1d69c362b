import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { transition } from 'xstate'
import { z } from 'zod'
import { caseEvent } from '#workflows/case/events.ts'
import { NO_FACTS } from '#workflows/case/facts.ts'
import { judged } from '#workflows/case/judged.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { CASE_VERSION, caseLife, restoreCase } from '#workflows/case/versions.ts'
import { arrived } from './play.ts'

const snapshot = z.object({ value: z.unknown(), context: z.unknown() })
const journal = z.array(
  z.object({
    story: z.string(),
    start: snapshot,
    steps: z.array(z.object({ event: z.unknown(), facts: z.record(z.string(), z.boolean()), to: snapshot })),
  }),
)
/** Cases as each released version of the machine stored them, step by step. Never edited: a new version adds a file. */
const released = (version: number) =>
  journal.parse(JSON.parse(readFileSync(new URL(`journal-v${version}.json`, import.meta.url), 'utf8')))

for (let version = 1; version <= CASE_VERSION; version += 1)
  describe(`a case stored by version ${version}`, () => {
    for (const { story, start, steps } of released(version))
      test(`goes on where it stood: ${story}`, () => {
        let before = start
        for (const { event, facts, to } of steps) {
          const said = judged(caseEvent.parse(event), { ...NO_FACTS, ...facts })
          const restored = restoreCase(version, before.value, before.context)
          expect(restored.can(said), `${said.type} in ${caseLife(restored.value)}`).toBe(true)
          const [next] = transition(caseMachine, restored, said)
          const expected = restoreCase(version, to.value, to.context)
          expect([next.value, next.context]).toEqual([expected.value, expected.context])
          before = to
        }
      })
  })

describe('what cannot be a case', () => {
  const { value, context } = arrived()

  test('a version from the future, or none', () => {
    for (const version of [0, CASE_VERSION + 1, 1.5, Number.NaN])
      expect(() => restoreCase(version, value, context), String(version)).toThrow('no case machine of version')
  })

  test('a place that does not exist, or half a place', () => {
    expect(() => restoreCase(CASE_VERSION, { ...value, life: 'limbo' }, context)).toThrow('limbo')
    expect(() => restoreCase(CASE_VERSION, { life: 'closed' }, context)).toThrow('not a whole case')
    expect(() => restoreCase(CASE_VERSION, { ...value, life: 'rectifying' }, context)).toThrow('not a whole case')
  })

  test('a memory with a gap, or with words in it', () => {
    const { finding: _, ...gap } = context
    expect(() => restoreCase(CASE_VERSION, value, gap)).toThrow()
    expect(() => restoreCase(CASE_VERSION, value, { ...context, said: '会太多' })).toThrow()
    expect(() => restoreCase(CASE_VERSION, value, { ...context, finding: 'malicious' })).toThrow()
  })
})
