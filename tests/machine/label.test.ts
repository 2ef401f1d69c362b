import { describe, expect, test } from 'vitest'
import { LABELS, labelOf } from '#workflows/case/label.ts'
import type { CaseSnapshot } from '#workflows/case/versions.ts'
import { pathToEachPlace } from './graph.ts'
import {
  ANSWER,
  act,
  arrived,
  play,
  TO_ASSIGNING,
  TO_CLOSED,
  TO_RATING,
  TO_RECTIFYING,
  TO_VERIFYING,
  type Turn,
} from './play.ts'

const read = ({ value, context }: CaseSnapshot) => labelOf(value, context)
const after = (...turns: Turn[]) => read(play(arrived(), ...turns))

describe('what the reporter reads', () => {
  test('one of eight words, wherever the case is', () => {
    const main = { label: 'received', letters: arrived().context.letters } as const
    for (const { at } of pathToEachPlace()) expect(LABELS).toContain(labelOf(at.value, at.context, main))
  })

  test('follows the case from received to closed', () => {
    expect(after()).toBe('received')
    expect(after([act('askForMore')])).toBe('needsInfo')
    expect(after(...TO_VERIFYING)).toBe('verifying')
    expect(after(...TO_VERIFYING, [act('askForMore')])).toBe('needsInfo')
    expect(after(...TO_ASSIGNING)).toBe('rectifying')
    expect(after(...TO_RATING)).toBe('replied')
    expect(after(...TO_CLOSED)).toBe('closed')
    expect(after([act('withdraw')])).toBe('closed')
  })

  test('nothing is called rectified while nobody knows whether it is so', () => {
    const atOnce: Turn[] = [[act('classify')], [act('accept'), { assignsToVerify: true }], [act('issueLetters')]]
    const reviewing = [...atOnce, ...ANSWER.territory, ...ANSWER.department]
    expect(after(...atOnce)).toBe('verifying')
    expect(after(...reviewing)).toBe('verifying')
    expect(after(...reviewing, [act('passResults', { finding: 'substantiated' })])).toBe('rectifying')
  })

  test('nor where it turned out not to be so', () => {
    const nothing = [...TO_VERIFYING, [act('recordFinding', { finding: 'unsubstantiated' })] as Turn]
    expect(after(...nothing, [act('confirmFinding')])).toBe('verifying')
  })

  test('a case handed up reads as not accepted here', () => {
    expect(after([act('handUp')])).toBe('notAccepted')
  })

  test('a merged case shows its main case, and says so only once both letters are out', () => {
    const merged = play(arrived(), [act('merge')])
    const asRead = (main: CaseSnapshot) =>
      labelOf(merged.value, merged.context, { label: read(main), letters: main.context.letters })
    expect(asRead(play(arrived(), ...TO_VERIFYING))).toBe('verifying')
    expect(asRead(play(arrived(), ...TO_RECTIFYING))).toBe('merged')
    expect(() => read(merged)).toThrow('main case')
  })
})
