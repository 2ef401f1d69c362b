import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readHolidays } from '#workflows/reading/holidays.ts'
import { closeDay, withdrawClosure } from '#workflows/settings-desk/closures.ts'
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
  expect(acts.map(({ type }) => type)).toContain('calendar.published')
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
