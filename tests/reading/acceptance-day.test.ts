import { afterAll, beforeAll, expect, it } from 'vitest'
import { COUNTIES, DEPARTMENTS, newcomer } from '#tests/engine/people.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import { readCalendarFeed } from '#workflows/reading/calendar-feed.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'
import { readNotices } from '#workflows/reading/notices.ts'
import type { Actor, Staff } from '#workflows/roles/roles.ts'
import { act, arrive } from '#workflows/sample-town/play.ts'
import { makeCalendarAddress } from '#workflows/settings-desk/calendar-address.ts'

const LETTER = { task: '停报两张表', quality: '每月核对', feedbackStandard: '附新清单' }
const SIDES = { territory: COUNTIES[0] ?? '', department: DEPARTMENTS[0] ?? '' }

let town: Town
let unit: Staff
let token: string
let cases: string[]
const by = (who: string | Actor, id: string, event: CaseEvent) =>
  act(town.house, 'case', id, event, typeof who === 'string' ? town.as(who).by : who)

/** Two cases alike in everything but the day on which they were accepted: a Tuesday and the Friday of the same week. */
beforeAll(async () => {
  town = await aTown({ on: '2026-06-01' })
  unit = await newcomer(town.house, ['territoryHandler'], SIDES.territory)
  const made = await makeCalendarAddress(town.house, unit)
  token = made.kind === 'made' ? made.made.password : ''
  cases = []
  for (const accepted of ['2026-06-02', '2026-06-05']) {
    const { caseId } = await arrive(town.house, { text: '每天报送三张重复的表格' })
    await by('hewen', caseId, { type: 'classify', kind: 'B11', complexity: 'complex', place: null })
    town.clock.set(accepted)
    await by('hewen', caseId, { type: 'accept' })
    cases.push(caseId)
  }
  town.clock.set('2026-06-12')
  for (const id of cases) await by('songjie', id, { type: 'recordFinding', finding: 'substantiated', grounds: '属实' })
  town.clock.set('2026-07-01')
  for (const id of cases) await by('liangbo', id, { type: 'writeBrief', brief: '表多', ...SIDES, lead: 'territory' })
  town.clock.set('2026-07-06')
  for (const id of cases)
    await by('liangbo', id, { type: 'issueLetters', letters: { territory: LETTER, department: LETTER } })
  await town.drain()
})
afterAll(() => town.close())

/** All that the unit is shown of one letter, but for the letter's own name. */
async function seen(at: number) {
  const rows = (await readInbox(town.house, unit, { open: true, after: null })).rows.toSorted((a, b) =>
    a.number.localeCompare(b.number, 'zh', { numeric: true }),
  )
  const row = rows[at]
  const page = await readLetterPage(town.house, unit, row?.id ?? '')
  const notices = (await readNotices(town.house, unit, { unread: false, most: 100 })).filter(
    ({ subject }) => 'number' in subject && subject.number === row?.number,
  )
  const nameless = (key: string, value: unknown) => (key === 'id' || key === 'number' ? undefined : value)
  return JSON.parse(JSON.stringify([row, page, notices], nameless)) as [
    unknown,
    { dates: { name: string; dueOn: string }[] },
  ]
}
const calendarDays = async () =>
  [...((await readCalendarFeed(town.house, token)) ?? '').matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map(([, day]) => day)

it('a unit reads the same letter, inbox, notices and calendar whichever day of a week a case was accepted on', async () => {
  const [first, second] = [await seen(0), await seen(1)]
  expect(first).toEqual(second)
  // the limit of sixty days did cut these dates: thirty working days would reach the middle of August
  expect(first[1].dates.find(({ name }) => name === 'rectification')).toMatchObject({ dueOn: '2026-07-31' })
  const days = await calendarDays()
  expect(days.filter((day) => day === '20260731')).toHaveLength(2)
  expect(new Set(days).size).toBe(days.length / 2)
})

it('nor does it tell the two days apart once their dates are extended', async () => {
  for (const id of cases) {
    await by(unit, id, { type: 'acknowledge', track: 'territory' })
    for (const officer of ['fangmin', 'qinyue']) {
      await by(unit, id, { type: 'askExtension', track: 'territory', days: 7, grounds: '统计未完' })
      await by(officer, id, { type: 'grantExtension', track: 'territory' })
    }
  }
  await town.pass({ days: 20 })
  await town.drain()
  expect(await seen(0)).toEqual(await seen(1))
  for (const accepted of ['2026-06-02', '2026-06-05', '6月2日', '6月5日'])
    expect(JSON.stringify(await seen(0))).not.toContain(accepted)
})
