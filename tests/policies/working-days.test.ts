import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addDays } from '#workflows/clock.ts'
import { calendarOfSeed, calendarSeed } from '#workflows/deadlines/calendar-seed.ts'
import {
  addWorkingDays,
  calendarFrom,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
} from '#workflows/deadlines/working-days.ts'

const calendar = calendarOfSeed()
const anyDay = fc.integer({ min: 0, max: 365 * 24 }).map((days) => addDays('2004-01-01', days))
const fewDays = fc.integer({ min: 0, max: 60 })

describe('the calendar of 2026', () => {
  test('five working days from 29 September end on 12 October, across National Day', () => {
    const { due, provisional } = addWorkingDays(calendar, '2026-09-29', 5)
    expect({ due, provisional }).toEqual({ due: '2026-10-12', provisional: false })
  })

  test('a Saturday worked in lieu of a holiday is a working day, an ordinary Saturday is not', () => {
    expect(isWorkingDay(calendar, '2026-10-10')).toBe(true)
    expect(isWorkingDay(calendar, '2026-02-14')).toBe(true)
    expect(isWorkingDay(calendar, '2026-10-17')).toBe(false)
  })

  test('the count says which holidays and make-up workdays it went across', () => {
    const { crossed } = addWorkingDays(calendar, '2026-09-29', 5)
    expect(crossed.filter(({ working }) => working).map(({ day }) => day)).toEqual(['2026-10-10'])
    expect(new Set(crossed.filter(({ working }) => !working).map(({ name }) => name))).toEqual(new Set(['国庆节']))
  })
})

describe('counting', () => {
  test('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fewDays, (from, n) => {
        expect(addWorkingDays(calendar, from, n + 1).due > addWorkingDays(calendar, from, n).due).toBe(true)
      }),
    )
  })

  test('a limit that starts later never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fewDays, (from, n) => {
        expect(addWorkingDays(calendar, addDays(from, 1), n).due >= addWorkingDays(calendar, from, n).due).toBe(true)
      }),
    )
  })

  test('between the first day and the date lie exactly the days that were granted', () => {
    fc.assert(
      fc.property(anyDay, fewDays, (from, n) => {
        const { due } = addWorkingDays(calendar, from, n)
        expect(workingDaysBetween(calendar, from, due)).toBe(n)
        expect(workingDaysBetween(calendar, due, from) + n).toBe(0)
      }),
    )
  })

  test('two limits one after the other end where one limit of both lengths ends', () => {
    fc.assert(
      fc.property(anyDay, fewDays, fewDays, (from, a, b) => {
        const first = addWorkingDays(calendar, from, a).due
        expect(addWorkingDays(calendar, first, b).due).toBe(addWorkingDays(calendar, from, a + b).due)
      }),
    )
  })

  test('a date falls on a working day, and counting back returns to where it began', () => {
    fc.assert(
      fc.property(anyDay, fewDays, (from, n) => {
        const { due } = addWorkingDays(calendar, from, n + 1)
        expect(isWorkingDay(calendar, due)).toBe(true)
        expect(addWorkingDays(calendar, subtractWorkingDays(calendar, due, n), n).due).toBe(due)
      }),
    )
  })

  test('half a day, or a day less than none, is refused', () => {
    expect(() => addWorkingDays(calendar, '2026-09-29', 1.5)).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, '2026-09-29', -1)).toThrow(RangeError)
  })
})

describe('the seed', () => {
  test('agrees with the library on every day of 2019 to 2026', async () => {
    vi.stubEnv('TZ', 'UTC') // west of Greenwich the library itself is a day off
    const { default: chineseDays } = await import('chinese-days')
    for (let day = '2019-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
      expect([day, isWorkingDay(calendar, day)]).toEqual([day, chineseDays.isWorkday(`${day}T12:00:00`)])
  })

  test('holds only days that are not what their weekday says', () => {
    const bare = calendarFrom([], [])
    for (const { day, working } of calendarSeed().days) expect([day, isWorkingDay(bare, day)]).toEqual([day, !working])
  })
})

describe('a year without a notice', () => {
  test('gives a date by weekdays alone and says that it is provisional', () => {
    const { due, provisional } = addWorkingDays(calendar, '2026-12-30', 3)
    expect({ due, provisional }).toEqual({ due: '2027-01-04', provisional: true })
    expect(addWorkingDays(calendar, '2026-12-30', 1).provisional).toBe(false)
  })

  test('is set right once its notice is stored, under a newer version', () => {
    const { years, days } = calendarSeed()
    const imported = calendarFrom(
      [...years, { year: 2027, version: 2 }],
      [...days, { day: '2027-01-01', working: false, name: '元旦' }],
    )
    expect(addWorkingDays(imported, '2026-12-30', 3)).toMatchObject({ due: '2027-01-05', provisional: false })
    expect([calendar.version, imported.version]).toEqual([1, 2])
  })

  test('goes by weekdays even where another year’s notice has a stray row for it', () => {
    const { years, days } = calendarSeed()
    const stray = calendarFrom(years, [...days, { day: '2027-01-01', working: false, name: '元旦' }])
    expect(isWorkingDay(stray, '2027-01-01')).toBe(true)
  })
})
