import { describe, expect, test } from 'vitest'
import {
  act,
  arrived,
  lapse,
  lifeOf,
  play,
  step,
  TO_ASSIGNING,
  TO_RECTIFYING,
  TO_VERIFYING,
  type Turn,
} from './play.ts'

describe('a report arrives', () => {
  test('the clerks are told, and two working days begin', () => {
    const again = step(play(arrived(), [act('askForMore')]), act('supplement'))
    expect(again.rows).toEqual(['clearDeadline supplement', 'setDeadline triage', 'notice caseArrived'])
  })

  test('nobody accepts what has not been classified', () => {
    expect(step(arrived(), act('accept')).moved).toBe(false)
    expect(lifeOf(play(arrived(), ...TO_VERIFYING))).toBe('verifying.working')
  })

  test('a matter outside the scope cannot be accepted', () => {
    const outside = play(arrived(), [act('classify', { kind: 'OUT' })])
    expect(step(outside, act('accept')).moved).toBe(false)
    expect(lifeOf(play(outside, [act('proposeRefusal')], [act('confirmRefusal')]))).toBe('notAccepted')
  })

  test('a kind that the units verify themselves goes straight to the two letters', () => {
    const accepted = play(arrived(), [act('classify')], [act('accept'), { assignsToVerify: true }])
    expect(lifeOf(accepted)).toBe('assigning.open')
    expect(accepted.context.mode).toBe('assignToVerify')
  })
})

describe('a refusal', () => {
  test('needs a second person', () => {
    const proposed = play(arrived(), [act('proposeRefusal')])
    expect(step(proposed, act('confirmRefusal'), { isProposer: true }).moved).toBe(false)
    expect(step(proposed, act('confirmRefusal'), { isProposer: true, lastResort: true }).moved).toBe(false)
    expect(lifeOf(play(proposed, [act('confirmRefusal')]))).toBe('notAccepted')
  })

  test('can be declined by the second person', () => {
    const declined = step(play(arrived(), [act('proposeRefusal')]), act('declineRefusal'))
    expect(lifeOf(declined.snapshot)).toBe('triage.open')
    expect(declined.rows).toEqual(['notice refusalDeclined'])
  })

  test('is appealed once', () => {
    const refused = play(arrived(), [act('proposeRefusal')], [act('confirmRefusal')], [act('appeal')])
    expect(lifeOf(refused)).toBe('triage.open')
    const again = play(refused, [act('proposeRefusal')], [act('confirmRefusal')])
    expect(step(again, act('appeal')).moved).toBe(false)
  })
})

describe('a case like another', () => {
  test('is merged from triage or verification, and taken out again', () => {
    expect(lifeOf(play(arrived(), [act('merge')], [act('unmerge')]))).toBe('triage.open')
    expect(lifeOf(play(arrived(), ...TO_VERIFYING, [act('merge')]))).toBe('merged')
  })

  test('is not merged into a closed or a merged case', () => {
    expect(step(arrived(), act('merge'), { mergeable: false }).moved).toBe(false)
  })
})

describe('the office itself is accused', () => {
  test('the case is handed up from wherever no letter is out', () => {
    const refused: Turn[] = [[act('proposeRefusal')], [act('confirmRefusal')]]
    const places: Turn[][] = [[], TO_VERIFYING, TO_ASSIGNING, refused]
    for (const turns of places) expect(lifeOf(play(arrived(), ...turns, [act('handUp')]))).toBe('handedUp')
  })

  test('not any more once the units have their letters', () => {
    expect(step(play(arrived(), ...TO_RECTIFYING), act('handUp')).moved).toBe(false)
  })
})

describe('the reporter takes it back', () => {
  test('before any letter the case closes as withdrawn, and is not looked at again', () => {
    const withdrawn = step(play(arrived(), ...TO_ASSIGNING), act('withdraw'))
    expect(lifeOf(withdrawn.snapshot)).toBe('closed')
    expect(withdrawn.snapshot.context.withdrawn).toBe(true)
    expect(withdrawn.rows).not.toContain('setDeadline lookBackStart')
  })

  test('once letters are out it is a note to the office', () => {
    const noted = step(play(arrived(), ...TO_RECTIFYING), act('withdraw'))
    expect(lifeOf(noted.snapshot)).toBe('rectifying')
    expect(noted.rows).toEqual(['notice reporterWithdrew'])
  })
})

describe('a question to the reporter', () => {
  test('nothing came: two people decide on what there is, the clock refuses nobody', () => {
    const silent = play(arrived(), [act('askForMore')], [lapse('supplement')])
    expect(lifeOf(silent)).toBe('unverifiable.unsigned')
    const signed = play(silent, [act('signUnverifiable')])
    expect(step(signed, act('signUnverifiable'), { isProposer: true }).moved).toBe(false)
    expect(lifeOf(play(signed, [act('signUnverifiable')]))).toBe('replying.drafting')
  })
})
