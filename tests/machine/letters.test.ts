import { describe, expect, test } from 'vitest'
import { TRACKS } from '#workflows/case/names.ts'
import { ANSWER, act, arrived, lapse, lifeOf, play, step, TO_ASSIGNING, TO_RECTIFYING, trackOf } from './play.ts'

const territory = { track: 'territory' } as const
const department = { track: 'department' } as const
const head = { isHead: true }

describe('where the brief will go', () => {
  test('is announced first; the letters leave when the day to object is over', () => {
    const announced = step(play(arrived(), ...TO_ASSIGNING), act('writeBrief'))
    expect(announced.rows).toEqual(['setDeadline dispatchObjection'])
    expect(step(announced.snapshot, act('issueLetters'), { dispatchReady: false }).moved).toBe(false)
    expect(step(announced.snapshot, lapse('dispatchObjection')).rows).toEqual(['notice toIssue'])
  })

  test('the reporter may say no, and the announcement is off', () => {
    const objected = step(play(arrived(), ...TO_ASSIGNING, [act('writeBrief')]), act('noDispatch'))
    expect(objected.rows).toEqual(['clearDeadline dispatchObjection', 'notice dispatchObjected'])
    expect(step(play(arrived(), ...TO_RECTIFYING), act('noDispatch')).moved).toBe(false)
  })

  test('an override of the rules takes two people', () => {
    const proposed = play(arrived(), ...TO_ASSIGNING, [act('proposeOverride')])
    expect(step(proposed, act('issueLetters')).moved).toBe(false)
    expect(step(proposed, act('confirmOverride'), { isProposer: true }).moved).toBe(false)
    expect(lifeOf(play(proposed, [act('confirmOverride')]))).toBe('assigning.open')
    expect(step(proposed, act('declineOverride')).rows).toEqual(['notice overrideDeclined'])
  })
})

describe('the two tracks', () => {
  test('both units get their letter at once, each under its own dates', () => {
    const { rows } = step(play(arrived(), ...TO_ASSIGNING, [act('writeBrief')]), act('issueLetters'))
    for (const track of TRACKS)
      expect(rows).toEqual(
        expect.arrayContaining([
          `setDeadline acknowledgement/${track}`,
          `setDeadline objectionWindow/${track}`,
          `setDeadline rectification/${track}`,
          `notice letterIssued/${track}`,
        ]),
      )
  })

  test('the review waits for the silent side', () => {
    const half = play(arrived(), ...TO_RECTIFYING, ...ANSWER.territory)
    expect(trackOf(half, 'territory')).toBe('submitted')
    expect(step(half, act('passResults')).moved).toBe(false)
    expect(lifeOf(play(half, ...ANSWER.department))).toBe('reviewing')
  })

  test('one result is sent back and the other stands', () => {
    const both = play(arrived(), ...TO_RECTIFYING, ...ANSWER.territory, ...ANSWER.department)
    const back = step(both, act('sendBack', { tracks: ['department'] }))
    expect(back.rows).toEqual(
      expect.arrayContaining(['setDeadline rectification/department', 'notice sentBack/department']),
    )
    expect(back.rows.some((row) => row.endsWith('/territory') && !row.startsWith('clear'))).toBe(false)
    expect(lifeOf(play(back.snapshot, [act('submitResult', department)]))).toBe('reviewing')
  })

  test('a letter is amended only until it is acknowledged', () => {
    const issued = play(arrived(), ...TO_RECTIFYING)
    expect(step(issued, act('amendLetter', territory)).rows).toEqual(['notice letterAmended/territory'])
    const acknowledged = play(issued, [act('acknowledge', territory)])
    expect(step(acknowledged, act('amendLetter', territory)).moved).toBe(false)
  })

  test('an unanswered letter is late without moving the case', () => {
    const late = step(play(arrived(), ...TO_RECTIFYING), lapse('acknowledgement', 'territory'))
    expect(late.rows).toEqual(['notice redCard/territory', 'notice deadlineLapsed'])
    const window = step(late.snapshot, lapse('objectionWindow', 'territory'))
    expect(window.rows).toEqual(['clearDeadline objectionWindow/territory'])
  })
})

describe('an objection', () => {
  test('stops the clock of its own side', () => {
    const { rows } = step(play(arrived(), ...TO_RECTIFYING), act('object', department))
    expect(rows).toContain('pauseDeadline rectification/department')
    expect(rows.some((row) => row.endsWith('/territory'))).toBe(false)
  })

  test('is raised in time, and once', () => {
    const issued = play(arrived(), ...TO_RECTIFYING)
    expect(step(issued, act('object', territory), { inTime: false }).moved).toBe(false)
    const reassigned = play(issued, [act('object', territory)], [act('ruleObjection', territory), head])
    expect(trackOf(reassigned, 'territory')).toBe('issued')
    expect(step(reassigned, act('object', territory)).moved).toBe(false)
    expect(step(reassigned, act('object', department)).moved).toBe(true)
  })

  test('is ruled by the head, not by who issued the letter; by the supervisor where the office is a party', () => {
    const disputed = play(arrived(), ...TO_RECTIFYING, [act('object', territory)])
    const rule = act('ruleObjection', { ...territory, ruling: 'confirmed' })
    expect(step(disputed, rule).moved).toBe(false)
    expect(step(disputed, rule, { ...head, issuedLetters: true }).moved).toBe(false)
    expect(step(disputed, rule, { ...head, issuedLetters: true, lastResort: true }).moved).toBe(true)
    expect(step(disputed, rule, { ...head, officeIsParty: true }).moved).toBe(false)
    expect(step(disputed, rule, { isSupervisor: true, officeIsParty: true }).moved).toBe(true)
    const confirmed = step(disputed, rule, head)
    expect(trackOf(confirmed.snapshot, 'territory')).toEqual({ rectifying: 'working' })
    expect(confirmed.rows).toContain('resumeDeadline rectification/territory')
  })
})

describe('an extension', () => {
  const working = () => play(arrived(), ...TO_RECTIFYING, [act('acknowledge', territory)])

  test('is asked before due and granted by another', () => {
    expect(step(working(), act('askExtension', territory), { inTime: false }).moved).toBe(false)
    const asked = play(working(), [act('askExtension', territory)])
    expect(step(asked, act('grantExtension', territory), { isProposer: true }).moved).toBe(false)
    expect(step(asked, act('grantExtension', territory)).rows).toEqual([
      'clearDeadline extensionRuling/territory',
      'moveDeadline rectification/territory',
      'notice extensionRuled/territory',
    ])
  })

  test('the second is for the head, and there is no third', () => {
    const once = play(working(), [act('askExtension', territory)], [act('grantExtension', territory)])
    const again = play(once, [act('askExtension', territory)])
    expect(step(again, act('grantExtension', territory)).moved).toBe(false)
    const twice = play(again, [act('grantExtension', territory), head])
    expect(step(twice, act('askExtension', territory)).moved).toBe(false)
  })

  test('a result may come while it is being asked', () => {
    const asked = play(working(), [act('askExtension', territory)], [act('submitResult', territory)])
    expect(trackOf(asked, 'territory')).toBe('submitted')
  })
})
