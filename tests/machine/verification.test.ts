import { describe, expect, test } from 'vitest'
import { act, arrived, lapse, lifeOf, play, step, TO_VERIFYING, type Turn } from './play.ts'

const finding = (found: 'substantiated' | 'unsubstantiated' | 'unverifiable'): Turn[] => [
  ...TO_VERIFYING,
  [act('recordFinding', { finding: found })],
]

describe('the verifier', () => {
  test('is never the clerk who accepted the case', () => {
    const verifying = play(arrived(), ...TO_VERIFYING)
    for (const event of [act('recordFinding'), act('askForMore'), act('returnToTriage')]) {
      expect(step(verifying, event, { acceptedBy: true }).moved, event.type).toBe(false)
      expect(step(verifying, event).moved, event.type).toBe(true)
    }
  })

  test('asks while the clock stands still, and the answer starts it again', () => {
    const asked = step(play(arrived(), ...TO_VERIFYING), act('askForMore'))
    expect(asked.rows).toEqual(['pauseDeadline verification', 'setDeadline supplement'])
    const answered = step(asked.snapshot, act('supplement'))
    expect(answered.rows).toEqual([
      'clearDeadline supplement',
      'resumeDeadline verification',
      'notice supplementArrived',
    ])
    expect(lifeOf(play(asked.snapshot, [lapse('supplement')]))).toBe('verifying.working')
  })

  test('gets five more days once, from somebody else', () => {
    const verifying = play(arrived(), ...TO_VERIFYING)
    expect(step(verifying, act('extendVerification'), { verifiedBy: true }).moved).toBe(false)
    const extended = step(verifying, act('extendVerification'))
    expect(extended.rows).toEqual(['moveDeadline verification'])
    expect(step(extended.snapshot, act('extendVerification')).moved).toBe(false)
  })

  test('loses it to a higher level once, with a fresh date', () => {
    const elevated = step(play(arrived(), ...TO_VERIFYING), act('elevate'))
    expect(elevated.rows).toEqual(['clearDeadline verification', 'setDeadline verification', 'notice toVerify'])
    expect(step(elevated.snapshot, act('elevate')).moved).toBe(false)
  })

  test('sends back to triage what was accepted by mistake', () => {
    expect(lifeOf(play(arrived(), ...TO_VERIFYING, [act('returnToTriage')]))).toBe('triage.open')
  })
})

describe('not so', () => {
  test('another reviewer reads the finding before anyone is told', () => {
    const found = play(arrived(), ...finding('unsubstantiated'))
    expect(step(found, act('confirmFinding'), { isProposer: true }).moved).toBe(false)
    expect(step(found, act('confirmFinding'), { isReviewer: false }).moved).toBe(false)
    expect(lifeOf(play(found, [act('confirmFinding')]))).toBe('replying.drafting')
    expect(lifeOf(play(found, [act('sendBackFinding')]))).toBe('verifying.working')
  })

  test('harm done opens a vindication beside the life, by the same act', () => {
    const harmed = step(play(arrived(), ...finding('unsubstantiated')), act('confirmFinding', { harm: true }))
    expect(harmed.snapshot.value).toMatchObject({ life: { replying: 'drafting' }, vindication: 'due' })
    expect(harmed.rows).toContain('setDeadline vindication')
    expect(step(harmed.snapshot, act('vindicate'), { verifiedBy: true }).moved).toBe(false)
    expect(play(harmed.snapshot, [act('vindicate')]).value).toMatchObject({ vindication: 'given' })
  })

  test('nobody opens a vindication without a finding, nor by confirming their own', () => {
    const harm = act('confirmFinding', { harm: true })
    expect(step(play(arrived(), ...TO_VERIFYING), harm).moved).toBe(false)
    expect(step(play(arrived(), ...finding('unsubstantiated')), harm, { isProposer: true }).moved).toBe(false)
  })
})

describe('cannot be told', () => {
  test("the verifier's finding is the first signature, the second is a reviewer's or the head's", () => {
    const once = play(arrived(), ...finding('unverifiable'))
    expect(lifeOf(once)).toBe('unverifiable.onceSigned')
    expect(step(once, act('signUnverifiable'), { isProposer: true }).moved).toBe(false)
    expect(step(once, act('signUnverifiable'), { isReviewer: false }).moved).toBe(false)
    expect(lifeOf(play(once, [act('signUnverifiable'), { isReviewer: false, isHead: true }]))).toBe('replying.drafting')
  })

  test('new evidence takes it up again at any time, also after closing', () => {
    const once = play(arrived(), ...finding('unverifiable'))
    expect(lifeOf(play(once, [act('newEvidence')]))).toBe('verifying.working')
    const closed = play(once, [act('signUnverifiable')], [act('proposeNoReply')], [act('confirmNoReply')])
    expect(lifeOf(closed)).toBe('closed')
    expect(lifeOf(play(closed, [act('newEvidence')]))).toBe('verifying.working')
  })
})
