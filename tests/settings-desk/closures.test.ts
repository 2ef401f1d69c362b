import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOTICE_2027 } from '#tests/world/notice-2027.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readHolidays } from '#workflows/reading/holidays.ts'
import { closeDay, withdrawClosure } from '#workflows/settings-desk/closures.ts'
import { storeNotice } from '#workflows/settings-desk/holidays.ts'
import { recountDates } from '#workflows/settings-desk/recount-dates.ts'

let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-10-12' })
})
afterAll(() => town.close())

const administrator = () => town.officer('tongyue')
const seen = async () => (await readHolidays(town.house, null)).version
const dateOf = (caseId: string) =>
  town.db
    .selectFrom('deadline')
    .select(['due_on', 'days', 'provisional'])
    .where('case_id', '=', caseId)
    .where('name', '=', 'triage')
    .executeTakeFirstOrThrow()
const close = async (day: string, name = '台风停工') =>
  closeDay(town.house, administrator(), { day, name }, { seen: await seen() })

test('a day on which the town is closed moves every open date that counted it, on the record of its case', async () => {
  const { caseId } = await town.report()
  expect((await dateOf(caseId)).due_on).toBe('2026-10-14')
  expect(await close('2026-10-13')).toMatchObject({ kind: 'changed' })
  expect(await dateOf(caseId)).toEqual({ due_on: '2026-10-15', days: 2, provisional: false })
  const acts = await town.db.selectFrom('journal').select('type').where('subject_id', '=', caseId).execute()
  // what is told is why: no holidays were announced, and the date was not provisional
  expect(acts.map(({ type }) => type)).toContain('town.closed')
  expect(acts.map(({ type }) => type)).not.toContain('calendar.published')
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
  // once is enough: the date bears the version of the calendar that counted it
  expect(await recountDates(town.house)).toBe(0)
})

test('dates given from then on leave the day out', async () => {
  expect((await dateOf((await town.report()).caseId)).due_on).toBe('2026-10-15')
})

test('a closure withdrawn before its day shortens no date that it moved', async () => {
  const { caseId } = await town.report()
  expect(await close('2026-10-15', '演练')).toMatchObject({ kind: 'changed' })
  expect((await dateOf(caseId)).due_on).toBe('2026-10-16')
  const withdrawn = await withdrawClosure(town.house, administrator(), '2026-10-15', { seen: await seen() })
  expect(withdrawn).toMatchObject({ kind: 'changed' })
  expect((await dateOf(caseId)).due_on).toBe('2026-10-16')
  expect((await dateOf((await town.report()).caseId)).due_on).toBe('2026-10-15')
})

test('a notice that is entered again does not change by how much a closure moves a date', async () => {
  const other = await aTown({ on: '2027-01-28' })
  const by = other.officer('tongyue')
  const version = async () => (await readHolidays(other.house, null)).version
  const enter = async () => storeNotice(other.house, by, { text: NOTICE_2027, year: 2027 }, { seen: await version() })
  const dueOn = async (caseId: string) =>
    other.db.selectFrom('deadline').select('due_on').where('case_id', '=', caseId).executeTakeFirstOrThrow()
  await enter()
  const { caseId } = await other.report()
  expect(await dueOn(caseId)).toEqual({ due_on: '2027-01-31' })
  expect(await enter()).toMatchObject({ kind: 'changed' })
  await closeDay(other.house, by, { day: '2027-01-29', name: '台风停工' }, { seen: await version() })
  expect(await dueOn(caseId)).toEqual({ due_on: '2027-02-01' })
  await other.close()
})

test('a provisional date that counted no closed day, and one of calendar days, are told nothing of a closure', async () => {
  const other = await aTown({ on: '2026-12-30' })
  const { caseId } = await other.report()
  const seenThere = (await readHolidays(other.house, null)).version
  // a look back is counted in days of the calendar: a closure costs it nothing
  const look = {
    name: 'lookBackStart',
    set_on: '2026-12-30',
    due_on: '2027-03-30',
    days: 90,
    provisional: false,
  } as const
  const given = await other.db.selectFrom('deadline').selectAll().executeTakeFirstOrThrow()
  await other.db
    .insertInto('deadline')
    .values({ ...given, id: randomUUID(), ladder: null, ...look })
    .execute()
  await closeDay(other.house, other.officer('tongyue'), { day: '2027-02-01', name: '演练' }, { seen: seenThere })
  const acts = await other.db.selectFrom('journal').select('type').where('subject_id', '=', caseId).execute()
  expect(acts.map(({ type }) => type)).not.toContain('calendar.published')
  expect(acts.map(({ type }) => type)).not.toContain('town.closed')
  await other.close()
})

test('a Sunday, a day gone by, no reason and a page that is out of date close nothing', async () => {
  expect(await close('2026-10-18')).toMatchObject({ faults: [{ field: 'day', problem: 'notWorked' }] })
  expect(await close('2026-10-11')).toMatchObject({ faults: [{ field: 'day', problem: 'dayRange' }] })
  expect(await close('2027-02-30')).toMatchObject({ faults: [{ field: 'day', problem: 'noDay' }] })
  expect(await close('2026-10-20', ' ')).toMatchObject({ faults: [{ field: 'name', problem: 'closureName' }] })
  const late = await closeDay(town.house, administrator(), { day: '2026-10-20', name: '台风' }, { seen: 1 })
  expect(late).toMatchObject({
    code: 'stale',
    meanwhile: [{ type: 'withdrawClosure' }, { type: 'closeDay' }, { type: 'closeDay' }],
  })
})
