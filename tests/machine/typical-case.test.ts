import { describe, expect, test } from 'vitest'
import { initialTransition, transition } from 'xstate'
import { type TypicalCaseEvent, type TypicalCaseEventType, typicalCaseEvent } from '#workflows/typical-case/events.ts'
import { NO_TYPICAL_CASE_FACTS, type TypicalCaseFacts } from '#workflows/typical-case/facts.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'
import { TYPICAL_CASE_VARIANTS } from '#workflows/typical-case/variants.ts'
import {
  restoreTypicalCase,
  TYPICAL_CASE_VERSION,
  type TypicalCaseSnapshot,
  typicalCaseLife,
} from '#workflows/typical-case/versions.ts'

const FIT: TypicalCaseFacts = { ...NO_TYPICAL_CASE_FACTS, sourcesClosed: true, usable: true, sourceFits: true }
const drafted = () => initialTransition(typicalCaseMachine)[0]
const can = (at: TypicalCaseSnapshot, type: TypicalCaseEventType, facts: Partial<TypicalCaseFacts> = {}) =>
  at.can({ ...TYPICAL_CASE_VARIANTS[type][0], facts: { ...FIT, ...facts } } as never)
function play(...types: TypicalCaseEventType[]): TypicalCaseSnapshot {
  return types.reduce((at: TypicalCaseSnapshot, type) => {
    const stored = JSON.parse(JSON.stringify([at.value, at.context]))
    const restored = restoreTypicalCase(TYPICAL_CASE_VERSION, stored[0], stored[1])
    if (!can(restored, type)) throw new Error(`${type} is refused in ${typicalCaseLife(at.value)}`)
    const event: TypicalCaseEvent = typicalCaseEvent.parse(TYPICAL_CASE_VARIANTS[type][0])
    return transition(typicalCaseMachine, restored, { ...event, facts: FIT })[0]
  }, drafted())
}
const lifeAfter = (...types: TypicalCaseEventType[]) => typicalCaseLife(play(...types).value)

describe('a typical case', () => {
  test('is written by one and answered for by another before the public reads it', () => {
    expect(lifeAfter('draft', 'addSource', 'propose', 'approve', 'publish')).toBe('published.standing')
    expect(can(play('propose'), 'approve', { isAuthor: true })).toBe(false)
    expect(can(play('propose', 'approve'), 'publish', { isAuthor: true })).toBe(false)
    expect(can(drafted(), 'publish')).toBe(false)
  })

  test('draws only on closed cases that may be used', () => {
    expect(can(drafted(), 'addSource', { sourceFits: false })).toBe(false)
    expect(can(drafted(), 'propose', { sourcesClosed: false })).toBe(false)
    expect(can(play('propose'), 'approve', { usable: false })).toBe(false)
    expect(can(play('propose', 'approve'), 'publish', { usable: false })).toBe(false)
  })

  test('goes back to its author with a word', () => {
    expect(lifeAfter('propose', 'returnDraft')).toBe('draft')
    expect(lifeAfter('propose', 'approve', 'returnDraft')).toBe('draft')
  })

  test('is stopped by a source that comes to life again, until the public has read it', () => {
    expect(lifeAfter('propose', 'sourceReopened')).toBe('draft')
    expect(lifeAfter('propose', 'approve', 'sourceReopened')).toBe('draft')
    expect(lifeAfter('propose', 'approve', 'publish', 'sourceReopened')).toBe('published.standing')
  })

  test('is corrected by two persons as well, and the public reads that it was', () => {
    const proposed = play('propose', 'approve', 'publish', 'correct')
    expect(proposed.context.corrected).toBe(false)
    expect(can(proposed, 'approveCorrection', { isAuthor: true })).toBe(false)
    expect(play('propose', 'approve', 'publish', 'correct', 'approveCorrection').context.corrected).toBe(true)
    expect(lifeAfter('propose', 'approve', 'publish', 'correct', 'returnCorrection')).toBe('published.standing')
  })

  test('is taken back for good', () => {
    const withdrawn = play('propose', 'approve', 'publish', 'withdraw')
    for (const type of Object.keys(TYPICAL_CASE_VARIANTS) as TypicalCaseEventType[])
      expect(can(withdrawn, type), type).toBe(false)
  })

  test('moves or refuses every act in every state, and never throws', () => {
    const all: TypicalCaseEventType[] = ['propose', 'approve', 'publish', 'correct', 'withdraw']
    for (let length = 0; length <= all.length; length += 1)
      for (const event of Object.values(TYPICAL_CASE_VARIANTS).flat())
        for (const facts of [FIT, NO_TYPICAL_CASE_FACTS, { ...FIT, isAuthor: true }]) {
          const [next] = transition(typicalCaseMachine, play(...all.slice(0, length)), { ...event, facts })
          expect(next.status).toBe('active')
        }
  })

  test('is refused loudly where what is stored is not whole', () => {
    expect(() => restoreTypicalCase(1, 'nowhere', { corrected: false })).toThrow()
    expect(() => restoreTypicalCase(1, 'draft', {})).toThrow()
    expect(() => restoreTypicalCase(2, 'draft', { corrected: false })).toThrow('version 2')
  })
})
