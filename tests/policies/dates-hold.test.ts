import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeadlineRow } from '#db/write/deadlines.ts'
import { addDays, type Day } from '#workflows/clock.ts'
import { calendarSeed } from '#workflows/deadlines/calendar-seed.ts'
import { recounted } from '#workflows/deadlines/recount.ts'
import {
  addWorkingDays,
  type Calendar,
  calendarFrom,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
} from '#workflows/deadlines/working-days.ts'
import { datesOf } from '#workflows/engine/dates.ts'

/** Any days off on weekdays and any Saturdays and Sundays worked, as a notice might name them; and closures of the town. */
const exceptions = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 60 })
const toDays = (year: number, offsets: readonly number[]) =>
  offsets
    .map((offset) => addDays(`${year}-01-01`, offset))
    .map((day) => ({ day, working: !isWorkingDay(bare, day), name: null }))
const bare = calendarFrom([], [])
const SEED = calendarSeed()
/** All up to 2026 from the seed; 2027 by a notice that came later. */
const before = calendarFrom(SEED.years, SEED.days)
const after = (offsets: readonly number[]): Calendar =>
  calendarFrom([...SEED.years, { year: 2027, version: 2 }], [...SEED.days, ...toDays(2027, offsets)])
const anyCalendar = exceptions.map((offsets) =>
  calendarFrom(
    [2026, 2027, 2028].map((year) => ({ year, version: 1 })),
    [2026, 2027, 2028].flatMap((year) => toDays(year, offsets)),
  ),
)
const aDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days))
const lateIn2026 = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-11-22', days))
const someDays = fc.integer({ min: 0, max: 60 })

const rowOf = (date: Partial<DeadlineRow> & Pick<DeadlineRow, 'set_on' | 'due_on' | 'days'>): DeadlineRow => ({
  id: 'd',
  case_id: 'c',
  name: 'verification',
  track: null,
  state: 'open',
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
})
const heldOn = (calendar: Calendar, today: Day, live: DeadlineRow[]) =>
  datesOf({
    row: { id: 'c', kind: 'B11', complexity: 'standard', accepted_on: null, closed_on: null },
    live,
    acts: [],
    rules: { calendar, lengths: () => ({ days: 10, source: 'default', ladder: null }) },
    today,
  })
const after1 = (dates: ReturnType<typeof heldOn>, row: DeadlineRow): DeadlineRow => dates.written().changed[0] ?? row

describe('in any calendar that a notice could make', () => {
  test('a limit that starts later or is longer never ends earlier', () => {
    fc.assert(
      fc.property(anyCalendar, aDay, someDays, (calendar, from, n) => {
        const { due } = addWorkingDays(calendar, from, n)
        expect(addWorkingDays(calendar, addDays(from, 1), n).due >= due).toBe(true)
        expect(addWorkingDays(calendar, from, n + 1).due > due).toBe(true)
      }),
    )
  })

  test('adding days and counting them between undo each other, forwards and back', () => {
    fc.assert(
      fc.property(anyCalendar, aDay, someDays, (calendar, from, n) => {
        const { due } = addWorkingDays(calendar, from, n)
        expect(workingDaysBetween(calendar, from, due)).toBe(n)
        const start = addWorkingDays(calendar, from, 1).due
        expect(subtractWorkingDays(calendar, addWorkingDays(calendar, start, n).due, n)).toBe(start)
      }),
    )
  })
})

describe('when the next year’s notice is stored', () => {
  const given = (from: Day, n: number) => {
    const { due, provisional } = addWorkingDays(before, from, n)
    return rowOf({ set_on: from, due_on: due, days: n, provisional })
  }

  test('a date that was certain stays to the day, whatever the notice says', () => {
    fc.assert(
      fc.property(exceptions, lateIn2026, someDays, (offsets, from, n) => {
        const row = given(from, n)
        fc.pre(!row.provisional)
        const dates = heldOn(after(offsets), '2026-11-23', [row])
        dates.recount()
        expect(dates.written().changed).toEqual([])
      }),
    )
  })

  test('a provisional one then has exactly the working days it was given, neither more nor fewer', () => {
    fc.assert(
      fc.property(exceptions, lateIn2026, someDays, (offsets, from, n) => {
        const row = given(from, n)
        fc.pre(row.provisional)
        const { due, provisional } = recounted(after(offsets), row, '2026-11-22')
        expect(workingDaysBetween(after(offsets), from, due)).toBe(n)
        expect(due.startsWith('2027') && provisional).toBe(false)
      }),
    )
  })

  test('it is earlier only by Saturdays and Sundays that the notice makes workdays, and never before today', () => {
    fc.assert(
      fc.property(exceptions, lateIn2026, fc.integer({ min: 30, max: 60 }), fc.nat(7), (offsets, from, n, left) => {
        const row = given(from, n)
        fc.pre(row.provisional)
        const today = addDays(row.due_on, -left)
        const calendar = after(offsets)
        const { due } = recounted(calendar, row, today)
        expect(due >= today).toBe(true)
        const gained = toDays(2027, offsets).filter(({ day, working }) => working && day > from && day <= row.due_on)
        if (gained.length === 0) expect(due >= row.due_on).toBe(true)
      }),
    )
  })

  test('a letter cut off at 60 days after acceptance stays at that day', () => {
    fc.assert(
      fc.property(
        exceptions,
        lateIn2026,
        fc.integer({ min: 30, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (offsets, from, n, cut) => {
          const row = given(from, n)
          const due_on = addDays(row.due_on, -cut)
          expect(recounted(after(offsets), { ...row, due_on }, from)).toEqual({ due: due_on, provisional: false })
        },
      ),
    )
  })

  test('once set right it is not touched again by the same notice', () => {
    fc.assert(
      fc.property(exceptions, lateIn2026, fc.integer({ min: 1, max: 60 }), (offsets, from, n) => {
        const calendar = after(offsets)
        const dates = heldOn(calendar, '2026-11-22', [given(from, n)])
        dates.recount()
        const right = after1(dates, given(from, n))
        const again = heldOn(calendar, '2026-12-22', [right])
        again.recount()
        expect(after1(again, right).due_on).toBe(right.due_on)
      }),
    )
  })
})

describe('standing still', () => {
  test('a date that stood still has as many working days left as when it stopped, however long that was', () => {
    fc.assert(
      fc.property(anyCalendar, aDay, someDays, someDays, someDays, (calendar, from, n, ran, stood) => {
        const { due } = addWorkingDays(calendar, from, n)
        const paused = addDays(from, ran)
        fc.pre(paused <= due)
        const row = rowOf({ set_on: from, due_on: due, days: n })
        const stopped = heldOn(calendar, paused, [row])
        stopped.pause('verification', null)
        const on = addDays(paused, stood)
        const going = heldOn(calendar, on, [after1(stopped, row)])
        going.resume('verification', null)
        const { due_on, state, days } = after1(going, row)
        expect({ state, days }).toEqual({ state: 'open', days: n })
        const left = workingDaysBetween(calendar, paused, due)
        // what is left of the last day cannot be used on a day off: then it is the next working day
        expect(workingDaysBetween(calendar, on, due_on)).toBe(left || Number(!isWorkingDay(calendar, on) && on > due))
        expect(due_on >= on).toBe(true)
      }),
    )
  })

  test('stopping and going on the same day changes no date, and twice in a row neither adds nor takes a day', () => {
    fc.assert(
      fc.property(anyCalendar, aDay, fc.integer({ min: 3, max: 60 }), someDays, (calendar, from, n, stood) => {
        let row = rowOf({ set_on: from, due_on: addWorkingDays(calendar, from, n).due, days: n })
        let today = from
        for (const wait of [0, stood, 0, stood]) {
          const left = workingDaysBetween(calendar, today, row.due_on)
          const dates = heldOn(calendar, today, [row])
          dates.pause('verification', null)
          row = after1(dates, row)
          today = addDays(today, wait)
          const going = heldOn(calendar, today, [row])
          going.resume('verification', null)
          row = after1(going, row)
          expect(workingDaysBetween(calendar, today, row.due_on)).toBe(left)
        }
      }),
    )
  })

  test('a notice stored while it stands still takes no day of what was left either', () => {
    fc.assert(
      fc.property(exceptions, lateIn2026, fc.integer({ min: 10, max: 60 }), someDays, (offsets, from, n, stood) => {
        const { due, provisional } = addWorkingDays(before, from, n)
        fc.pre(provisional)
        const row = rowOf({ set_on: from, due_on: due, days: n, provisional, state: 'paused', paused_on: from })
        const calendar = after(offsets)
        const told = heldOn(calendar, addDays(from, 1), [row])
        told.recount()
        const on = addDays(from, 1 + stood)
        const going = heldOn(calendar, on, [after1(told, row)])
        going.resume('verification', null)
        expect(workingDaysBetween(calendar, on, after1(going, row).due_on)).toBe(n)
      }),
    )
  })
})

describe('a day on which the town is closed', () => {
  test('never makes a date earlier, and costs nobody a working day', () => {
    const closure = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(lateIn2026, fc.integer({ min: 1, max: 20 }), closure, (from, n, ahead) => {
        const closed = addDays(from, ahead)
        const { due } = addWorkingDays(before, from, n)
        fc.pre(isWorkingDay(before, closed))
        const row = rowOf({ set_on: from, due_on: due, days: n })
        const calendar = calendarFrom(SEED.years, SEED.days, [
          { day: closed, name: '台风', version: 2, withdrawn_version: null },
        ])
        const dates = heldOn(calendar, from, [row])
        dates.recount()
        const now = after1(dates, row).due_on
        expect(now >= due).toBe(true)
        if (due < '2027') expect(workingDaysBetween(calendar, from, now)).toBe(n)
      }),
    )
  })
})
