import { describe, expect, test } from 'vitest'
import type { Finding } from '#workflows/case/names.ts'
import {
  ANSWER,
  act,
  arrived,
  lapse,
  lifeOf,
  play,
  REPLY,
  step,
  TO_CLOSED,
  TO_RATING,
  TO_RECTIFYING,
  TO_REVIEWING,
  trackOf,
  type Turn,
} from './play.ts'

const dissatisfied = act('rate', { satisfied: false })

describe('the review', () => {
  test('where the office is a track, the supervisor reviews in its place', () => {
    const reviewing = play(arrived(), ...TO_REVIEWING)
    expect(step(reviewing, act('passResults'), { officeIsParty: true }).moved).toBe(false)
    expect(step(reviewing, act('passResults'), { officeIsParty: true, isSupervisor: true }).moved).toBe(true)
  })

  test('a finding of the verifier is not changed by passing the results', () => {
    const reviewing = play(arrived(), ...TO_REVIEWING)
    expect(step(reviewing, act('passResults', { finding: 'unsubstantiated' })).moved).toBe(false)
  })

  test('where the units verified, the reviewer says what was found', () => {
    const atOnce: Turn[] = [[act('classify')], [act('accept'), { assignsToVerify: true }], [act('issueLetters')]]
    const reviewing = play(arrived(), ...atOnce, ...ANSWER.territory, ...ANSWER.department)
    const pass = (finding?: Finding) => step(reviewing, act('passResults', { finding }))
    expect(pass().moved).toBe(false)
    expect(lifeOf(pass('partlySubstantiated').snapshot)).toBe('replying.drafting')
    expect(lifeOf(pass('unsubstantiated').snapshot)).toBe('unsubstantiated')
    expect(lifeOf(pass('unverifiable').snapshot)).toBe('unverifiable.onceSigned')
  })
})

describe('the reply', () => {
  test('is read by a second person', () => {
    const drafted = play(arrived(), ...TO_REVIEWING, [act('passResults')], [act('draftReply')])
    expect(step(drafted, act('approveReply'), { isProposer: true }).moved).toBe(false)
    expect(step(drafted, act('returnReply')).rows).toEqual(['notice replyReturned'])
    expect(lifeOf(play(drafted, [act('approveReply')]))).toBe('rating')
  })

  test('no reply is a stated ground signed by two', () => {
    const proposed = play(arrived(), ...TO_REVIEWING, [act('passResults')], [act('proposeNoReply')])
    expect(step(proposed, act('confirmNoReply'), { isProposer: true }).moved).toBe(false)
    expect(lifeOf(play(proposed, [act('confirmNoReply')]))).toBe('closed')
    expect(lifeOf(play(proposed, [act('declineNoReply')]))).toBe('replying.drafting')
  })
})

describe('the rating', () => {
  test('silence closes', () => {
    expect(lifeOf(play(arrived(), ...TO_RATING, [lapse('rating')]))).toBe('closed')
  })

  test('one satisfied reporter does not shut out the others', () => {
    const rated = step(play(arrived(), ...TO_RATING), act('rate', { satisfied: true }), { othersMayRate: true })
    expect(lifeOf(rated.snapshot)).toBe('rating')
    expect(step(rated.snapshot, dissatisfied, { ratedBefore: true }).moved).toBe(false)
    expect(lifeOf(play(rated.snapshot, [dissatisfied]))).toBe('reopened')
  })

  test('one redo, by a reviewer who did not pass it, of the named side only', () => {
    const reopened = play(arrived(), ...TO_RATING, [dissatisfied])
    const redo = act('grantRedo', { tracks: ['territory'] })
    expect(step(reopened, redo, { reviewedBefore: true }).moved).toBe(false)
    const granted = play(reopened, [redo])
    expect([trackOf(granted, 'territory'), trackOf(granted, 'department')]).toEqual(['issued', 'submitted'])
    const passed = play(granted, ...ANSWER.territory)
    expect(step(passed, act('passResults'), { reviewedBefore: true }).moved).toBe(false)
    const again = step(play(passed, [act('passResults')], ...REPLY), dissatisfied)
    expect(lifeOf(again.snapshot)).toBe('closed')
    expect(again.rows).toContain('notice dissatisfiedAfterRedo')
  })

  test('a redo is refused with a reason, or the matter is verified anew', () => {
    const reopened = play(arrived(), ...TO_RATING, [dissatisfied])
    expect(lifeOf(play(reopened, [act('refuseRedo')]))).toBe('closed')
    expect(lifeOf(play(reopened, [act('reverify')]))).toBe('verifying.working')
  })
})

describe('after closing', () => {
  const look = (held: boolean): Turn[] => [[lapse('lookBackStart')], [act('recordLookBack', { held })]]

  test('a case runs from report to struck off', () => {
    expect(lifeOf(play(arrived(), ...TO_CLOSED, ...look(true), ...look(true)))).toBe('struckOff')
  })

  test('only somebody who took no part looks back; where all took part, the head', () => {
    const due = play(arrived(), ...TO_CLOSED, [lapse('lookBackStart')])
    expect(step(due, act('recordLookBack'), { tookPart: true }).moved).toBe(false)
    expect(step(due, act('recordLookBack'), { tookPart: true, lastResort: true }).moved).toBe(true)
  })

  test('a relapse reopens and leaves the reporter their redo', () => {
    const relapsed = play(arrived(), ...TO_CLOSED, ...look(false))
    expect(lifeOf(relapsed)).toBe('reopened')
    expect(relapsed.context.redone).toBe(false)
  })

  test('only the cases of the sample are visited', () => {
    const rating = play(arrived(), ...TO_RATING)
    const sampled = step(rating, act('rate'), { sampled: true })
    const unsampled = step(rating, act('rate'), { sampled: false })
    expect(sampled.rows).toContain('setDeadline lookBackStart')
    expect(unsampled.rows).not.toContain('setDeadline lookBackStart')
  })
})

describe('beside the life', () => {
  test('a supervision order stands beside the side that owes its result', () => {
    const owing = play(arrived(), ...TO_RECTIFYING, ...ANSWER.territory)
    expect(step(owing, act('issueOrder', { track: 'territory' })).moved).toBe(false)
    const ordered = play(owing, [act('issueOrder', { track: 'department' })])
    expect(ordered.value).toMatchObject({ supervision: { territory: 'calm', department: 'ordered' } })
    const answered = play(ordered, [act('answerOrder', { track: 'department' })])
    expect(play(answered, [act('settleOrder', { track: 'department' })]).value).toMatchObject({
      supervision: { department: 'calm' },
    })
  })

  test('a referral begins and ends while the burden goes on', () => {
    const referred = play(arrived(), [act('refer')])
    expect(referred.value).toMatchObject({ life: { triage: 'open' }, referral: 'referred' })
    expect(play(referred, [act('concludeReferral')], [act('refer')]).value).toMatchObject({ referral: 'referred' })
  })

  test('somebody is looking for the reporter: the date starts once and is answered once', () => {
    const reported = step(play(arrived(), ...TO_RECTIFYING), act('reportReprisal'))
    expect(reported.rows).toEqual(['setDeadline reprisal', 'notice reprisalReported'])
    const again = step(reported.snapshot, act('reportReprisal'))
    expect(again.rows).toEqual(['notice reprisalReported'])
    expect(step(again.snapshot, act('answerReprisal')).rows).toEqual(['clearDeadline reprisal'])
    expect(step(play(arrived()), act('answerReprisal')).moved).toBe(false)
  })

  test('a supplement that a state takes for itself is not announced twice', () => {
    const heard = step(play(arrived(), ...TO_RECTIFYING), act('supplement'))
    expect(heard.rows).toEqual(['notice supplementArrived'])
  })
})
