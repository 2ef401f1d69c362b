import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Town, aTown } from '#tests/world/town.ts'
import { icalendar } from '#workflows/notices/icalendar.ts'
import { readCalendarFeed } from '#workflows/reading/calendar-feed.ts'
import {
  type CalendarAddress,
  makeCalendarAddress,
  revokeCalendarAddress,
} from '#workflows/settings-desk/calendar-address.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())
const by = (login: string) => town.as(login).by as ReturnType<Town['officer']>
beforeEach(() => revokeCalendarAddress(town.house, by('hewen')))

const made = async (login: string) => {
  const outcome = await makeCalendarAddress(town.house, by(login))
  if (outcome.kind !== 'made') throw new Error('no address')
  return outcome.made
}
const feedAt = ({ password }: CalendarAddress) => readCalendarFeed(town.house, password)

type Event = Record<string, string>
/** Reads as RFC 5545 is written, and throws at whatever is not. */
function eventsIn(text: string): Event[] {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')
  expect([lines[0], lines[1], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'])
  expect(lines.filter((line) => line.startsWith('PRODID:'))).toHaveLength(1)
  const events: Event[] = []
  let open: Event | null = null
  for (const line of lines.slice(1, -1)) {
    expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;"]+)*:./)
    const [name = '', value = ''] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]
    if (line === 'BEGIN:VEVENT') open = {}
    else if (line === 'END:VEVENT' && open) {
      events.push(open)
      open = null
    } else if (open) {
      expect(open[name], `${name} twice`).toBeUndefined()
      open[name] = value
    }
  }
  return events
}

test('the calendar holds the dates of what is in one’s hands, whole days, and nothing of what they are', async () => {
  const address = await made('hewen')
  const before = eventsIn((await feedAt(address)) ?? '').length
  const { caseId } = await town.report({ text: '望川县政务服务局要求每天截图打卡' })
  await town.as('hewen').step(caseId, { type: 'take' })
  const text = (await feedAt(address)) ?? ''
  const events = eventsIn(text)
  expect(events).toHaveLength(before + 1)
  const { number, due_on } = await town.db
    .selectFrom('case_file')
    .select(['number', 'due_on'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const [compact, next] = [due_on ?? '', nextDay(due_on ?? '')].map((day) => day.replaceAll('-', ''))
  const event = events.find((each) => each['DTSTART;VALUE=DATE'] === compact)
  expect(event).toEqual({
    UID: expect.stringMatching(/^[0-9a-f]{32}@[\w.-]+$/),
    DTSTAMP: town.clock
      .town()
      .toISOString()
      .replace(/[-:]|\.\d+/g, ''),
    'DTSTART;VALUE=DATE': compact,
    'DTEND;VALUE=DATE': next,
    SUMMARY: '一项时限到期',
    CLASS: 'PRIVATE',
    TRANSP: 'TRANSPARENT',
  })
  expect(text).not.toContain(number)
  expect(text).not.toContain(caseId)
  const dates = await town.db.selectFrom('deadline').select('id').where('case_id', '=', caseId).execute()
  for (const { id } of dates) expect(text).not.toContain(id)
  // the same entry under the same name, an hour later too
  town.clock.advance(3_600_000)
  const again = eventsIn((await feedAt(address)) ?? '')
  expect(again.map(({ UID }) => UID).sort()).toEqual(events.map(({ UID }) => UID).sort())
  expect(again[0]?.DTSTAMP).not.toBe(event?.DTSTAMP)
  // out of one's hands, out of the calendar
  await town.as('hewen').step(caseId, { type: 'stepAside', text: '认识当事人' })
  expect(eventsIn((await feedAt(address)) ?? '')).toHaveLength(before)
})

test('two officers’ calendars of the same date have no name in common', async () => {
  const { caseId } = await town.report()
  await town.as('hewen').step(caseId, { type: 'take' })
  const one = eventsIn((await feedAt(await made('hewen'))) ?? '').map(({ UID }) => UID)
  await town.db
    .updateTable('case_file')
    .set({ holder: by('songjie').id })
    .where('id', '=', caseId)
    .execute()
  const other = eventsIn((await feedAt(await made('songjie'))) ?? '').map(({ UID }) => UID)
  expect(other.length).toBeGreaterThan(0)
  expect(one.filter((uid) => other.includes(uid))).toEqual([])
})

test('a date in a year whose holidays nobody has announced says in the calendar that it may move', async () => {
  const { caseId } = await town.report()
  await town.as('hewen').step(caseId, { type: 'take' })
  const address = await made('hewen')
  const marked = async () =>
    eventsIn((await feedAt(address)) ?? '').filter(
      ({ SUMMARY, STATUS }) => SUMMARY === '一项时限到期（暂定：节假日未公布）' && STATUS === 'TENTATIVE',
    )
  expect(await marked()).toEqual([])
  await town.db
    .updateTable('deadline')
    .set({ due_on: '2027-01-05', provisional: true })
    .where('case_id', '=', caseId)
    .execute()
  expect((await marked()).map((event) => event['DTSTART;VALUE=DATE'])).toEqual(['20270105'])
})

test('a case that comes to accuse one’s unit leaves the calendar with it', async () => {
  const { caseId } = await town.report()
  await town.as('hewen').step(caseId, { type: 'take' })
  const address = await made('hewen')
  const before = eventsIn((await feedAt(address)) ?? '').length
  await town.db
    .updateTable('case_file')
    .set({ accused: [by('hewen').unit] })
    .where('id', '=', caseId)
    .execute()
  expect(eventsIn((await feedAt(address)) ?? '')).toHaveLength(before - 1)
})

const idsIn = async (login: string) => eventsIn((await feedAt(await made(login))) ?? '').map(({ UID }) => UID)
const countFor = async (...logins: string[]) => {
  const counts: Record<string, number> = {}
  for (const login of logins) counts[login] = (await idsIn(login)).length
  return counts
}

test('a finding that waits for a second signature is in the calendars of those who may sign, and not of who found it', async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'verifying')
  await town.as('songjie').step(caseId, { type: 'take' })
  const before = await countFor('songjie', 'qinyue', 'liangbo', 'hewen')
  const outcome = await town
    .as('songjie')
    .step(caseId, { type: 'recordFinding', finding: 'unsubstantiated', grounds: '查无此事' })
  expect(outcome).toMatchObject({ kind: 'moved' })
  expect(await countFor('songjie', 'qinyue', 'liangbo', 'hewen')).toEqual({
    songjie: (before.songjie ?? 0) - 1,
    qinyue: (before.qinyue ?? 0) + 1,
    liangbo: (before.liangbo ?? 0) + 1,
    hewen: before.hewen,
  })
})

test('a drafted reply is in the calendar of who may approve it, and stays in that of who drafted it', async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'replying')
  await town.as('liangbo').step(caseId, { type: 'take' })
  const before = await countFor('liangbo', 'qinyue', 'fangmin')
  expect(await town.as('liangbo').step(caseId, { type: 'draftReply', text: '已全部停止。' })).toMatchObject({
    kind: 'moved',
  })
  const after = await countFor('liangbo', 'qinyue', 'fangmin')
  expect(after).toEqual({
    liangbo: before.liangbo,
    qinyue: (before.qinyue ?? 0) + 1,
    fangmin: (before.fangmin ?? 0) + 1,
  })
})

test('a reprisal is in the calendar of the discipline liaison, who must answer it, and not of whoever has the case', async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'verifying')
  await town.as('songjie').step(caseId, { type: 'take' })
  const before = await countFor('jiangtao', 'songjie')
  const outcome = await town.asReporter(caseId).step(caseId, { type: 'reportReprisal', text: '被单位约谈' })
  expect(outcome).toMatchObject({ kind: 'moved' })
  expect(await countFor('jiangtao', 'songjie')).toEqual({ ...before, jiangtao: (before.jiangtao ?? 0) + 1 })
})

test('a unit’s objection is in the calendar of whoever rules on it, and of nobody else', async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'rectifying')
  const handler = town.handlers(caseId).territory
  const before = await countFor('qinyue', 'xielan', 'liangbo')
  const outcome = await town
    .as(handler)
    .step(caseId, { type: 'object', track: 'territory', grounds: '职责清单没有这一项' })
  expect(outcome).toMatchObject({ kind: 'moved' })
  expect(await countFor('qinyue', 'xielan', 'liangbo')).toEqual({ ...before, qinyue: (before.qinyue ?? 0) + 1 })
})

test('a calendar on which nothing falls due is still one that every program takes', async () => {
  const text = icalendar({ name: 'x', stamp: new Date('2026-11-23T02:00:00Z'), entries: [] })
  expect(eventsIn(text)).toEqual([])
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n')
  expect(text).toContain('END:VTIMEZONE\r\n')
})

test('the address is stored as a keyed hash alone; a new one, a revoked one and a closed account end it like one that never was', async () => {
  const first = await made('hewen')
  expect(first.address).toMatch(/\/calendar\.ics$/)
  expect(first.password).toMatch(/^[\w-]{43}$/)
  const stored = JSON.stringify(await town.db.selectFrom('calendar_feed').selectAll().execute())
  expect(stored).not.toContain(first.password)
  expect(await feedAt(first)).not.toBeNull()
  const second = await made('hewen')
  expect(await feedAt(first)).toBeNull()
  expect(await feedAt(second)).not.toBeNull()
  await revokeCalendarAddress(town.house, by('hewen'))
  expect(await feedAt(second)).toBeNull()
  const third = await made('hewen')
  await town.db.updateTable('staff').set({ disabled: true }).where('id', '=', by('hewen').id).execute()
  expect(await feedAt(third)).toBeNull()
  await town.db.updateTable('staff').set({ disabled: false }).where('id', '=', by('hewen').id).execute()
  for (const none of ['', 'x'.repeat(43), `${third.password}x`, "' or 1=1"])
    expect(await readCalendarFeed(town.house, none)).toBeNull()
})

test('long words are folded between characters, and signs that mean something are escaped', () => {
  const summary = `${'时限'.repeat(40)}; a, b\\c\nd`
  const text = icalendar({
    name: 'x',
    stamp: new Date('2026-11-23T02:00:00.123Z'),
    entries: [{ uid: 'u@x', on: '2026-12-31', summary, provisional: false }],
  })
  const [event] = eventsIn(text)
  expect(event?.SUMMARY).toBe(`${'时限'.repeat(40)}\\; a\\, b\\\\c\\nd`)
  expect(event?.['DTEND;VALUE=DATE']).toBe('20270101')
  expect(event?.DTSTAMP).toBe('20261123T020000Z')
})

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
