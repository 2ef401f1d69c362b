import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import type { DeadlineName, Track } from '#workflows/case/names.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { step } from '#workflows/engine/step.ts'
import { act, arrive } from '#workflows/sample-town/play.ts'
import { COUNTIES, DEPARTMENTS, newcomer } from './people.ts'

const LETTER = { task: '停报两张表', quality: '每月核对', feedbackStandard: '附新清单' }
const RESULT = { facts: '属实', measures: '已停', effect: '已少', prevention: '已立规' }
const SIDES = { territory: COUNTIES[0] ?? '', department: DEPARTMENTS[0] ?? '' }

describe('the dates of a case', () => {
  let town: Town
  let unit: Record<Track, Actor>
  beforeAll(async () => {
    town = await aTown({ on: '2026-09-21' })
    unit = {
      territory: await newcomer(town.house, ['territoryHandler'], SIDES.territory),
      department: await newcomer(town.house, ['departmentHandler'], SIDES.department),
    }
  })
  afterAll(() => town.close())

  const date = (id: string, name: DeadlineName, track: Track | null = null) =>
    town.db
      .selectFrom('deadline')
      .selectAll()
      .where('case_id', '=', id)
      .where('name', '=', name)
      .where('track', track === null ? 'is' : '=', track)
      .where('state', '!=', 'cleared')
      .executeTakeFirst()
  const stepBy = (actor: Actor, id: string, event: CaseEvent) => step(town.house, 'case', id, event, actor)
  const by = (who: string | Actor, id: string, event: CaseEvent) =>
    act(town.house, 'case', id, event, typeof who === 'string' ? town.as(who).by : who)

  /** A case whose letters are issued on `on`, a working day. */
  async function issued(on: string, complexity: 'easy' | 'standard' | 'complex', accepted = on) {
    town.clock.set(addDays(accepted, -40))
    const { caseId: id, report } = await arrive(town.house, { text: '每天报送三张重复的表格' })
    await by('hewen', id, { type: 'classify', kind: 'B11', complexity, place: null })
    town.clock.set(accepted)
    await by('hewen', id, { type: 'accept' })
    await by('songjie', id, { type: 'recordFinding', finding: 'substantiated', grounds: '属实' })
    town.clock.set(addDays(on, -15))
    await by('liangbo', id, { type: 'writeBrief', brief: '表多', ...SIDES, lead: 'territory' })
    town.clock.set(on)
    await by('liangbo', id, { type: 'issueLetters', letters: { territory: LETTER, department: LETTER } })
    return { id, by: { kind: 'reporter', report } satisfies Actor }
  }

  test.each([
    ['easy', 5, '2026-10-12'],
    ['standard', 15, '2026-10-26'],
    ['complex', 30, '2026-11-16'],
  ] as const)(
    'a letter of the length %s issued before National Day is due %i working days later',
    async (complexity, days, due) => {
      const { id } = await issued('2026-09-29', complexity)
      for (const track of ['territory', 'department'] as const)
        expect(await date(id, 'rectification', track)).toMatchObject({
          due_on: due,
          set_on: '2026-09-29',
          days,
          state: 'open',
          rule: '省级政务服务热线办理规则',
          calendar_version: 1,
          provisional: false,
        })
      expect(await date(id, 'objectionWindow', 'territory')).toMatchObject({
        due_on: '2026-10-12',
        rule: '《信访工作条例》第二十三条',
      })
    },
  )

  test('a case bears the earliest date that somebody owes', async () => {
    const { id } = await issued('2026-09-29', 'standard')
    // the window to object ends on the same day for everybody, and is nobody's duty
    expect(await town.row(id)).toMatchObject({ due_on: '2026-09-30', due_name: 'acknowledgement' })
    for (const track of ['territory', 'department'] as const) await by(unit[track], id, { type: 'acknowledge', track })
    expect(await town.row(id)).toMatchObject({ due_on: '2026-10-26', due_name: 'rectification' })
    await by(unit.territory, id, { type: 'askExtension', track: 'territory', days: 5, grounds: '统计未完' })
    expect(await town.row(id)).toMatchObject({ due_on: '2026-09-30', due_name: 'extensionRuling' })
  })

  test('a dispute about whose duty it is costs the unit no day', async () => {
    const { id } = await issued('2026-09-29', 'standard')
    town.clock.set('2026-09-30')
    await by(unit.territory, id, { type: 'object', track: 'territory', grounds: '职责清单没有这一项' })
    expect(await date(id, 'rectification', 'territory')).toMatchObject({
      state: 'paused',
      paused_on: '2026-09-30',
      pauses: 1,
    })
    expect(await date(id, 'ruling', 'territory')).toMatchObject({ due_on: '2026-10-10' })
    town.clock.set('2026-10-10')
    await by('qinyue', id, { type: 'ruleObjection', track: 'territory', ruling: 'confirmed', grounds: '属本县' })
    // 8, 9 and 10 October were worked while it stood still
    expect(await date(id, 'rectification', 'territory')).toMatchObject({
      state: 'open',
      due_on: '2026-10-29',
      paused_on: null,
    })
    expect(await date(id, 'rectification', 'department')).toMatchObject({ state: 'open', due_on: '2026-10-26' })
  })

  test('a letter that goes to another unit has its whole time there', async () => {
    const { id } = await issued('2026-09-29', 'easy')
    await by(unit.territory, id, { type: 'object', track: 'territory', grounds: '职责清单没有这一项' })
    town.clock.set('2026-10-12')
    const to = COUNTIES[1] ?? ''
    await by('qinyue', id, { type: 'ruleObjection', track: 'territory', ruling: 'reassigned', grounds: '属邻县', to })
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ set_on: '2026-10-12', due_on: '2026-10-19' })
    expect(await date(id, 'objectionWindow', 'territory')).toMatchObject({ due_on: '2026-10-19' })
  })

  test('an extension that was asked in time and granted too late still gives its days', async () => {
    const { id } = await issued('2026-09-23', 'easy')
    await by(unit.territory, id, { type: 'acknowledge', track: 'territory' })
    await by(unit.territory, id, { type: 'askExtension', track: 'territory', days: 3, grounds: '统计未完' })
    town.clock.set('2026-10-19')
    await by('fangmin', id, { type: 'grantExtension', track: 'territory' })
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ due_on: '2026-10-22', rung: 'none' })
  })

  test('an extension moves the date by the days that were asked, and says so', async () => {
    const { id } = await issued('2026-09-29', 'easy')
    await by(unit.territory, id, { type: 'acknowledge', track: 'territory' })
    await by(unit.territory, id, { type: 'askExtension', track: 'territory', days: 4, grounds: '统计未完' })
    await by('fangmin', id, { type: 'grantExtension', track: 'territory' })
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ due_on: '2026-10-16', days: 9, state: 'open' })
    expect(await date(id, 'rectification', 'department')).toMatchObject({ due_on: '2026-10-12', days: 5 })
    await by(unit.territory, id, { type: 'askExtension', track: 'territory', days: 7, grounds: '仍未完' })
    await by('qinyue', id, { type: 'refuseExtension', track: 'territory', grounds: '已足够' })
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ due_on: '2026-10-16', days: 9 })
  })

  test('no letter is due later than 60 calendar days from the week of acceptance, nor extended past 90, and then on a Friday', async () => {
    const { id } = await issued('2026-05-29', 'complex', '2026-04-30')
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ due_on: '2026-06-26' })
    await by(unit.territory, id, { type: 'acknowledge', track: 'territory' })
    for (const who of ['fangmin', 'qinyue']) {
      await by(unit.territory, id, { type: 'askExtension', track: 'territory', days: 7, grounds: '统计未完' })
      await by(who, id, { type: 'grantExtension', track: 'territory' })
    }
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ due_on: '2026-07-16' })
  })

  test('what is done again after a reopening has its own 60 days', async () => {
    const { id, by: reporter } = await issued('2026-03-10', 'complex', '2026-03-05')
    for (const track of ['territory', 'department'] as const) {
      await by(unit[track], id, { type: 'acknowledge', track })
      await by(unit[track], id, { type: 'submitResult', track, ...RESULT })
    }
    await by('liangbo', id, { type: 'passResults' })
    await by('liangbo', id, { type: 'draftReply', text: '已停' })
    await by('fangmin', id, { type: 'approveReply' })
    town.clock.set('2026-06-01')
    await by(reporter, id, { type: 'rate', satisfied: false })
    await by('yuanye', id, { type: 'grantRedo', tracks: ['territory'], text: '再核' })
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ set_on: '2026-06-01', due_on: '2026-07-14' })
    expect(await date(id, 'rectification', 'department')).toBeUndefined()
  })

  test('verification is extended once, by five working days', async () => {
    town.clock.set('2026-09-21')
    const { caseId: id } = await arrive(town.house, { text: '每天报送三张重复的表格' })
    expect(await date(id, 'triage')).toMatchObject({ due_on: '2026-09-23', days: 2, rule: 'default' })
    await by('hewen', id, { type: 'classify', kind: 'B11', complexity: 'easy', place: null })
    await by('hewen', id, { type: 'accept' })
    expect(await date(id, 'triage')).toBeUndefined()
    const before = await date(id, 'verification')
    await by('fangmin', id, { type: 'extendVerification', text: '需走访' })
    const moved = await date(id, 'verification')
    expect([before?.days, moved?.days]).toEqual([10, 15])
    expect([before?.due_on, moved?.due_on]).toEqual(['2026-10-12', '2026-10-19'])
    expect(await stepBy(town.as('liangbo').by, id, { type: 'extendVerification', text: '再延' })).toMatchObject({
      kind: 'refused',
    })
  })

  test('a date in a year whose holidays are not announced says that it may move', async () => {
    const { id } = await issued('2026-12-21', 'standard')
    expect(await date(id, 'rectification', 'territory')).toMatchObject({ due_on: '2027-01-11', provisional: true })
    expect(await date(id, 'acknowledgement', 'territory')).toMatchObject({ due_on: '2026-12-22', provisional: false })
  })

  test('a date is over when its day is over in Shanghai, and rings once', async () => {
    town.clock.set('2026-09-21')
    const { caseId: id } = await arrive(town.house, { text: '每天报送三张重复的表格' })
    const ring: CaseEvent = { type: 'deadline.lapsed', deadline: 'triage' }
    town.clock.set(new Date('2026-09-23T23:59:59+08:00'))
    expect(await stepBy({ kind: 'clock' }, id, ring)).toMatchObject({ kind: 'refused', code: 'not-now' })
    town.clock.set(new Date('2026-09-24T00:00:00+08:00'))
    expect(await stepBy({ kind: 'clock' }, id, ring)).toMatchObject({ kind: 'moved' })
    expect(await stepBy({ kind: 'clock' }, id, ring)).toMatchObject({ kind: 'refused', code: 'not-now' })
    expect(await date(id, 'triage')).toMatchObject({ state: 'lapsed', due_on: '2026-09-23' })
    expect(await town.row(id)).toMatchObject({ due_on: '2026-09-23', due_name: 'triage' })
    expect(dayOf(town.clock.town())).toBe('2026-09-24')
  })
})
