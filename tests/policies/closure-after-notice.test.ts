import { expect, test } from 'vitest'
import { NOTICE_2027 } from '#tests/world/notice-2027.ts'
import type { DeadlineRow } from '#db/write/deadlines.ts'
import type { Day } from '#workflows/clock.ts'
import { calendarSeed } from '#workflows/deadlines/calendar-seed.ts'
import { exceptionsIn, readNotice } from '#workflows/deadlines/holiday-notice.ts'
import { recounted } from '#workflows/deadlines/recount.ts'
import { addWorkingDays, calendarFrom } from '#workflows/deadlines/working-days.ts'
import { datesOf } from '#workflows/engine/dates.ts'

const SEED = calendarSeed()
const of2027 = exceptionsIn(readNotice(NOTICE_2027, 2027).days)
/** The calendar of 2026, and of 2027 where its notice came; a notice that came again has a newer version than its first. */
const calendarWith = (again: { year: number; version: number; first_version: number }[], closed: [Day, number][]) =>
  calendarFrom(
    [...SEED.years.filter(({ year }) => !again.some((each) => each.year === year)), ...again],
    [...SEED.days, ...of2027],
    closed.map(([day, version]) => ({ day, name: '台风', version, withdrawn_version: null })),
  )
const dueOf = (calendar: ReturnType<typeof calendarFrom>, date: Partial<DeadlineRow>, today: Day) => {
  const row = {
    id: 'd',
    case_id: 'c',
    name: 'verification',
    track: null,
    state: 'open',
    set_on: today,
    due_on: today,
    days: 1,
    rule: 'default',
    calendar_version: 1,
    provisional: false,
    paused_on: null,
    pauses: 0,
    rung: 'none',
    ladder: null,
    next_rung: null,
    rings_on: null,
    ...date,
  } satisfies DeadlineRow
  const dates = datesOf({
    row: { id: 'c', kind: 'B11', complexity: 'standard', accepted_on: null, closed_on: null },
    live: [row],
    acts: [],
    rules: { calendar, lengths: () => ({ days: 10, source: 'default', ladder: null }) },
    today,
  })
  dates.recount()
  return dates.written().changed[0]?.due_on ?? row.due_on
}

test('a closure moves a date by one working day, whether its year’s notice was entered once or twice', () => {
  const date = { set_on: '2026-09-28', due_on: '2026-10-23', days: 15 }
  expect(dueOf(calendarWith([], [['2026-10-20', 2]]), date, '2026-10-12')).toBe('2026-10-26')
  const again = [{ year: 2026, version: 2, first_version: 1 }]
  expect(dueOf(calendarWith(again, [['2026-10-20', 3]]), date, '2026-10-12')).toBe('2026-10-26')
})

test('a date in a year that was imported, and entered again, moves past the Sunday worked before Spring Festival', () => {
  // two working days from 28 January 2027: Friday, and Sunday 31 January, which is worked
  const date = { set_on: '2027-01-28', due_on: '2027-01-31', days: 2, calendar_version: 2 }
  const again = [{ year: 2027, version: 3, first_version: 2 }]
  expect(dueOf(calendarWith(again, [['2027-01-29', 4]]), date, '2027-01-28')).toBe('2027-02-01')
})

test('a date due on a Saturday that is worked moves on when that Saturday is closed', () => {
  const date = { set_on: '2026-05-06', due_on: '2026-05-09', days: 3 }
  expect(addWorkingDays(calendarWith([], []), date.set_on, date.days).due).toBe('2026-05-09')
  const again = [{ year: 2026, version: 2, first_version: 1 }]
  expect(dueOf(calendarWith(again, [['2026-05-09', 3]]), date, '2026-05-07')).toBe('2026-05-11')
})

test('a date that a change of the notice left where it was given is moved by the closure alone', () => {
  // 19 October became a day off after the date was given: the date is certain and stays, and the closure costs one day
  const calendar = calendarFrom(
    [...SEED.years.filter(({ year }) => year !== 2026), { year: 2026, version: 2, first_version: 1 }],
    [...SEED.days, { day: '2026-10-19', working: false, name: '国庆节' }],
    [{ day: '2026-10-20', name: '台风', version: 3, withdrawn_version: null }],
  )
  expect(dueOf(calendar, { set_on: '2026-09-28', due_on: '2026-10-23', days: 15 }, '2026-10-12')).toBe('2026-10-26')
})

test('a provisional date keeps its working days when this year’s notice is entered again before next year’s', () => {
  const [set_on, days] = ['2026-09-28', 75]
  const { due, provisional } = addWorkingDays(calendarFrom(SEED.years, SEED.days), set_on, days)
  const given = { set_on, due_on: due, days, calendar_version: 1 }
  expect({ due, provisional }).toEqual({ due: '2027-01-15', provisional: true })
  const years = [...SEED.years.filter(({ year }) => year !== 2026), { year: 2026, version: 2, first_version: 1 }]
  expect(recounted(calendarFrom(years, SEED.days), given, '2026-10-12')).toEqual({ due, provisional })
  const known = calendarFrom([...years, { year: 2027, version: 3 }], [...SEED.days, ...of2027])
  expect(recounted(known, given, '2026-12-26')).toEqual({ due: '2027-01-18', provisional: false })
})

test('days off at the end of the old year, which the new year’s notice names, cost a provisional date nothing', () => {
  const given = { set_on: '2026-12-29', due_on: '2027-01-01', days: 3, calendar_version: 1 }
  const known = calendarFrom(
    [...SEED.years, { year: 2027, version: 2 }],
    [...SEED.days, ...of2027, { day: '2026-12-31', working: false, name: '元旦' }],
  )
  expect(recounted(known, given, '2026-12-29')).toEqual({ due: '2027-01-05', provisional: false })
})
