import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOTICE_2027 } from '#tests/world/notice-2027.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { previewNotice, readHolidays } from '#workflows/reading/holidays.ts'
import { storeNotice } from '#workflows/settings-desk/holidays.ts'
import { settingsRecord } from './settings-record.ts'

const SURE = {
  id: '7d0c3f0e-5a41-4a7e-9d53-0f6a3f1b2c4d',
  name: 'reprisal',
  track: null,
  state: 'open',
  set_on: '2026-12-30',
  due_on: '2027-01-01',
  days: 2,
  rule: 'default',
  calendar_version: 1,
  provisional: false,
} as const

let town: Town
let crossing: string
let firm: string
beforeAll(async () => {
  town = await aTown({ on: '2026-12-30' })
  crossing = (await town.report()).caseId
  firm = (await town.report()).caseId
  await town.db.updateTable('deadline').set({ provisional: false }).where('case_id', '=', firm).execute()
  // and on the case that is counted again, a date that is certain
  await town.db
    .insertInto('deadline')
    .values({ ...SURE, case_id: crossing })
    .execute()
})
afterAll(() => town.close())

const administrator = () => town.officer('tongyue')
const dateOf = (caseId: string) =>
  town.db
    .selectFrom('deadline')
    .select(['due_on', 'provisional', 'calendar_version'])
    .where('case_id', '=', caseId)
    .where('name', '=', 'triage')
    .executeTakeFirstOrThrow()
const store = async (text: string, year = 2027, seen?: number, sure?: boolean) =>
  storeNotice(
    town.house,
    administrator(),
    { text, year, sure },
    { seen: seen ?? (await readHolidays(town.house, null)).version },
  )

test('a date that reaches into a year without a notice is provisional, and the page counts how many wait', async () => {
  expect(await dateOf(crossing)).toEqual({ due_on: '2027-01-01', provisional: true, calendar_version: 1 })
  expect(await readHolidays(town.house, null)).toMatchObject({ next: 2027, provisional: 1, version: 1 })
})

test('before it is stored, the notice says what it would store and which dates would move by how much', async () => {
  const { off, worked, faults, moves } = await previewNotice(town.house, NOTICE_2027, 2027)
  expect(faults).toEqual([])
  expect(off.map(({ day }) => day).slice(0, 2)).toEqual(['2027-01-01', '2027-02-05'])
  expect(worked.map(({ day }) => day).slice(0, 2)).toEqual(['2027-01-31', '2027-02-20'])
  expect(moves).toEqual([{ name: 'triage', from: '2027-01-01', to: '2027-01-04', provisional: false, dates: 1 }])
  expect((await dateOf(crossing)).due_on).toBe('2027-01-01')
})

test('what it says would move is what moves, a letter that may not pass sixty days after acceptance too', async () => {
  const other = await aTown({ on: '2026-12-14' })
  const { caseId } = await other.report()
  await other.drive(caseId, 'rectifying')
  await other.report()
  const dates = () =>
    other.db
      .selectFrom('deadline')
      .select(['id', 'name', 'due_on'])
      .where('provisional', '=', true)
      .where('state', 'in', ['open', 'paused'])
      .execute()
  const before = await dates()
  // a complex letter: thirty working days from 25 December would end after Spring Festival; sixty days from the week of
  // acceptance end on 12 February
  const { id } = before.find(({ name }) => name === 'rectification') ?? { id: '' }
  await other.db.updateTable('case_file').set({ accepted_on: '2026-12-16' }).where('id', '=', caseId).execute()
  const complex = { set_on: '2026-12-25', days: 30, due_on: '2027-02-05' }
  await other.db.updateTable('deadline').set(complex).where('id', '=', id).execute()
  const { moves } = await previewNotice(other.house, NOTICE_2027, 2027)
  expect(moves).toContainEqual(expect.objectContaining({ name: 'rectification', from: '2027-02-05', to: '2027-02-12' }))
  const shown = moves.flatMap(({ name, from, to, dates: many }) => Array(many).fill(`${name} ${from} ${to}`))
  const given = new Map((await dates()).map((date) => [date.id, date.due_on]))
  const { version: seen } = await readHolidays(other.house, null)
  await storeNotice(other.house, other.officer('tongyue'), { text: NOTICE_2027, year: 2027 }, { seen })
  const now = await other.db.selectFrom('deadline').select(['id', 'name', 'due_on']).execute()
  const moved = now.flatMap((date) => (given.has(date.id) ? [`${date.name} ${given.get(date.id)} ${date.due_on}`] : []))
  expect(moved.sort()).toEqual(shown.sort())
  await other.close()
})

test('a notice with a contradiction, of no year or of an absurd length stores nothing', async () => {
  expect(await store(`${NOTICE_2027}\n2027-10-13 班`)).toMatchObject({
    code: 'invalid',
    faults: [{ field: 'text', problem: 'workOnWeekday', with: '2027-10-13' }],
  })
  expect(await store(NOTICE_2027, 1999)).toMatchObject({ faults: [{ field: 'year' }] })
  expect(await store(NOTICE_2027, Number.NaN)).toMatchObject({ faults: [{ field: 'year' }] })
  expect(await store('x'.repeat(20_001))).toMatchObject({ faults: [{ problem: 'tooLong' }] })
  expect((await readHolidays(town.house, 2027)).covered).toBe(false)
})

test('a notice that leaves a day out is looked at, and stored only when somebody says that it is so', async () => {
  const short = NOTICE_2027.replace('2月20日（周六）', '').replace('、上班', '上班')
  const { doubt, faults } = await previewNotice(town.house, short, 2027)
  expect({ doubt, faults }).toEqual({ doubt: { off: 18, worked: 4, given: 14, lawful: 13 }, faults: [] })
  expect(await store(short)).toMatchObject({ code: 'invalid', faults: [{ field: 'sure', problem: 'doubt' }] })
  expect((await readHolidays(town.house, 2027)).covered).toBe(false)
  expect((await dateOf(crossing)).provisional).toBe(true)
  const other = await aTown({ on: '2026-12-30' })
  const seen = (await readHolidays(other.house, null)).version
  const said = { text: short, year: 2027, sure: true }
  expect(await storeNotice(other.house, other.officer('tongyue'), said, { seen })).toMatchObject({ kind: 'changed' })
  await other.close()
})

test('stored, the provisional date is set right on record, and one that was given for sure does not move', async () => {
  const before = await town.row(crossing)
  expect(await store(NOTICE_2027)).toMatchObject({ kind: 'changed' })
  expect(await dateOf(crossing)).toEqual({ due_on: '2027-01-04', provisional: false, calendar_version: 2 })
  expect((await dateOf(firm)).due_on).toBe('2027-01-01')
  const sure = town.db.selectFrom('deadline').select(['due_on', 'calendar_version']).where('id', '=', SURE.id)
  expect(await sure.executeTakeFirst()).toEqual({ due_on: '2027-01-01', calendar_version: 1 })
  const after = await town.row(crossing)
  expect(after).toMatchObject({ revision: before.revision + 1, due_on: '2027-01-01', life: before.life })
  expect((await settingsRecord(town)).at(-1)).toMatchObject({ type: 'importCalendar' })
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
})

test('whoever stores a notice after somebody else did is told so', async () => {
  expect(await store(NOTICE_2027, 2027, 1)).toMatchObject({
    code: 'stale',
    meanwhile: [{ by: '童悦', type: 'importCalendar' }],
  })
})
