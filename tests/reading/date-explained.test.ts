import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import type { CaseTime } from '#workflows/deadlines/latest.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readCaseRecord } from '#workflows/reading/case-record.ts'
import { explainDate, type StoredDate } from '#workflows/reading/date-explained.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'

const calendar = calendarOfSeed()
const never: CaseTime = { acceptedOn: null, reopenedOn: null, extended: false }
const letterDate: StoredDate = {
  name: 'rectification',
  state: 'open',
  set_on: '2026-09-29',
  due_on: '2026-10-26',
  days: 15,
  rule: '试行办法',
  pauses: 0,
  paused_on: null,
}
const told = (more: Partial<StoredDate>, time = never) => explainDate(calendar, { ...letterDate, ...more }, time)

describe('A date is explained', () => {
  it('by its working days and what they cross', () => {
    expect(told({})).toEqual({
      explained: {
        zh: '15个工作日:9月29日起,跨国庆,含10月10日补班,至10月26日',
        en: expect.stringMatching(/^15 working days from 29 September/),
      },
      source: '试行办法',
    })
  })

  it('by the limit of the law, without the day from which it runs, and not by the rule it was cut from', () => {
    const explained = {
      zh: '15个工作日应至2026年10月26日,以办理全程60日为限、按整周取整,至2026年10月23日',
      en: '15 working days would reach 26 October 2026; the whole handling has 60 days at most, taken in whole weeks: to 23 October 2026',
    }
    for (const acceptedOn of ['2026-08-24', '2026-08-27', '2026-08-30'])
      expect(told({ due_on: '2026-10-23' }, { ...never, acceptedOn })).toEqual({
        explained,
        source: '《信访工作条例》第三十四条',
      })
    // a case that was opened anew says no more
    const again = { acceptedOn: '2026-01-04', reopenedOn: '2026-08-26', extended: false }
    expect(told({ due_on: '2026-10-23' }, again).explained).toEqual(explained)
    const extended = { ...never, acceptedOn: '2026-07-29', extended: true }
    expect(told({ due_on: '2026-10-23' }, extended).explained?.zh).toContain('以办理全程90日为限')
  })

  it('by its own count where it ends on the very day of the limit', () => {
    expect(told({}, { ...never, acceptedOn: '2026-08-31' }).source).toBe('试行办法')
  })

  it('with the working days that a pause gave back', () => {
    const { explained } = told({ due_on: '2026-10-29', pauses: 1 })
    expect(explained?.zh).toBe('18个工作日:9月29日起,跨国庆,含10月10日补班,至10月29日;其中3个工作日是暂停1次补足的')
    expect(explained?.en).toMatch(/; 3 of them because it stood still once$/)
    expect(told({ pauses: 2 }).explained?.zh).toMatch(/至10月26日;曾暂停2次$/)
  })

  it('in days of the calendar where it is counted so', () => {
    const look = told({ name: 'lookBackStart', days: 90, due_on: '2026-12-28', rule: 'default' })
    expect(look).toEqual({
      explained: {
        zh: '90个自然日:9月29日起,至12月28日',
        en: '90 calendar days from 29 September, to 28 December',
      },
      source: null,
    })
  })

  it('as far as is known, where it was given by a calendar that has changed since', () => {
    expect(told({ due_on: '2026-10-23' }).explained).toBeNull()
  })
})

describe('A date that stands still', () => {
  let town: Town
  beforeAll(async () => {
    town = await aTown({ on: '2026-11-16' })
  })
  afterAll(() => town.close())

  it('says on the page of the case and in its record since when, for what and for the how-manieth time', async () => {
    const { caseId } = await town.report()
    await town.drive(caseId, 'verifying')
    await town.as('songjie').step(caseId, { type: 'take' })
    expect(await town.as('songjie').step(caseId, { type: 'askForMore', question: '请补充表名' })).toMatchObject({
      kind: 'moved',
    })
    const page = await readCasePage(town.house, town.officer('songjie'), caseId)
    const still = { zh: expect.stringMatching(/^等反映人补充,自11月\d+日起暂停\(第1次\)/), en: expect.any(String) }
    expect(page?.dates.find(({ name }) => name === 'verification')).toMatchObject({ state: 'paused', explained: still })
    const { number } = await town.row(caseId)
    const record = await readCaseRecord(town.house, town.officer('auditor'), number)
    expect(record?.dates.find(({ name }) => name === 'verification')).toMatchObject({ state: 'paused', still })
    // it goes on, and still tells that it once stood
    await town.pass(2)
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '是考勤表' })
    const after = await readCaseRecord(town.house, town.officer('auditor'), number)
    expect(after?.dates.find(({ name }) => name === 'verification')).toMatchObject({
      state: 'open',
      still: { zh: '曾暂停1次', en: 'stood still once' },
    })
    const resumed = await readCasePage(town.house, town.officer('songjie'), caseId)
    expect(resumed?.dates.find(({ name }) => name === 'verification')?.explained?.zh).toMatch(
      /^12个工作日:.*;其中2个工作日是暂停1次补足的$/,
    )
  })

  it('tells the unit whose letter it is that the ruling is awaited', async () => {
    const { caseId } = await town.report()
    await town.drive(caseId, 'rectifying')
    const unit = town.officer(town.handlers(caseId).territory)
    await town.as(town.handlers(caseId).territory).step(caseId, {
      type: 'object',
      track: 'territory',
      grounds: '职责清单没有这一项',
    })
    const [row] = (await readInbox(town.house, unit, { open: true, after: null })).rows
    const letter = await readLetterPage(town.house, unit, row?.id ?? '')
    expect(letter?.dates.find(({ name }) => name === 'rectification')).toMatchObject({
      paused: true,
      explained: { zh: expect.stringMatching(/^等异议裁定,自1[12]月\d+日起暂停\(第1次\)/) },
    })
  })
})
