import { describe, expect, test } from 'vitest'
import { type CaseEvent, caseEvent } from '#workflows/case/events.ts'
import { NOTICE_NAMES } from '#workflows/case/names.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import { DEADLINES, lengthOf } from '#workflows/deadlines/catalogue.ts'
import { PERMISSIONS, SECOND_PERSON, TYPICAL_CASE_PERMISSIONS } from '#workflows/roles/permissions.ts'
import { TYPICAL_CASE_VARIANTS } from '#workflows/typical-case/variants.ts'
import { workflowsReadme } from '#app/console/workflows-readme.ts'
import { act } from './play.ts'

const refused = (said: object) => !caseEvent.safeParse(said).success
const unit = '00000000-0000-4000-8000-000000000001'

describe('what can be asked of a case', () => {
  test('every act in every variant is one the closed list takes', () => {
    for (const event of Object.values(CASE_VARIANTS).flat()) expect(caseEvent.parse(event)).toEqual(event)
  })

  test('an inner event of the machine, an unknown act and a smuggled fact are not', () => {
    expect(refused({ type: 'xstate.done.state.case.life.rectifying' })).toBe(true)
    expect(refused({ type: 'close' })).toBe(true)
    expect(refused({ type: 'confirmRefusal', facts: { isProposer: false } })).toBe(true)
  })

  test('a text must say something, and fit', () => {
    const supplement = (text: string) => refused({ type: 'supplement', text })
    expect([supplement(''), supplement('  \n '), supplement('字'.repeat(20_001))]).toEqual([true, true, true])
    expect(supplement('字'.repeat(20_000))).toBe(false)
    expect(caseEvent.parse({ type: 'supplement', text: '  会太多 ' })).toEqual({ type: 'supplement', text: '会太多' })
  })

  test('a text left empty where it may be is the same as none', () => {
    expect(caseEvent.parse({ type: 'withdraw', text: ' ' })).toEqual({ type: 'withdraw', text: undefined })
  })

  test('a result fits one page', () => {
    const result = (facts: string): CaseEvent => act('submitResult', { facts })
    expect(refused(result('实'.repeat(1_500)))).toBe(false)
    expect(refused(result('实'.repeat(1_501)))).toBe(true)
  })

  test('an extension is one to seven whole days', () => {
    for (const days of [0, 8, 1.5, -1]) expect(refused(act('askExtension', { days })), String(days)).toBe(true)
  })

  test('one unit is never both sides, and no side is named twice', () => {
    expect(refused(act('writeBrief', { territory: unit, department: unit }))).toBe(true)
    expect(refused(act('sendBack', { tracks: ['territory', 'territory'] }))).toBe(true)
    expect(refused(act('sendBack', { tracks: [] }))).toBe(true)
  })

  test('a letter taken from one unit names the next', () => {
    expect(refused(act('ruleObjection', { ruling: 'reassigned', to: undefined }))).toBe(true)
  })
})

describe('who may do it', () => {
  test('somebody may send every act, and no stranger is on the list', () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual(Object.keys(CASE_VARIANTS).sort())
    expect(Object.keys(TYPICAL_CASE_PERMISSIONS).sort()).toEqual(Object.keys(TYPICAL_CASE_VARIANTS).sort())
    for (const senders of Object.values({ ...PERMISSIONS, ...TYPICAL_CASE_PERMISSIONS }))
      expect(senders.length).toBeGreaterThan(0)
  })

  test('no administrator, auditor or leader moves a case, except that an auditor hands up, or lets a false alarm through', () => {
    const moved = Object.entries(PERMISSIONS).filter(([, senders]) =>
      senders.some((sender) => ['administrator', 'auditor', 'leader', 'custodian', 'operator'].includes(sender)),
    )
    expect(moved.map(([type]) => type)).toEqual(['clearOffice', 'handUp'])
  })

  test('the reporter and the clock share their acts with nobody', () => {
    for (const [type, senders] of Object.entries(PERMISSIONS))
      if (senders.some((sender) => ['reporter', 'clock'].includes(sender))) expect(senders, type).toHaveLength(1)
  })

  test('every second side names the first', () => {
    for (const type of Object.keys(PERMISSIONS))
      if (/^(confirm|approve|decline(?!Vindication))/.test(type)) expect(SECOND_PERSON, type).toHaveProperty(type)
  })
})

describe('dates', () => {
  test('an easy letter has 5 working days, a standard one 15, a complex one 30', () => {
    const letter = (['easy', 'standard', 'complex'] as const).map((how) => lengthOf('rectification', how))
    expect(letter).toEqual([5, 15, 30])
  })

  test('《信访工作条例》第二十三条: an objection is raised within 5 working days', () => {
    expect(DEADLINES.objectionWindow).toMatchObject({ days: 5, unit: 'workingDays', lapses: 'ends' })
  })

  test('only silence of a reporter, and the time of a look-back, move a case by themselves', () => {
    const moving = Object.entries(DEADLINES).filter(([, { lapses }]) => lapses === 'moves')
    expect(moving.map(([name]) => name)).toEqual(['supplement', 'rating', 'lookBackStart'])
  })
})

test('every notice is sent by something', () => {
  for (const notice of NOTICE_NAMES) expect(workflowsReadme()).toContain(`| \`${notice}\` `)
})
