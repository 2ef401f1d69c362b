import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { exceptionsIn, readNotice } from '#workflows/deadlines/holiday-notice.ts'
import { addWorkingDays, calendarFrom, isWorkingDay, workingDaysBetween } from '#workflows/deadlines/working-days.ts'
import { NOTICES } from './state-council-notices.ts'

const seeded = calendarOfSeed()
const YEARS = Object.keys(NOTICES).map(Number)
/** A calendar that knows nothing but what the notices say. */
const told = calendarFrom(
  [2018, ...YEARS].map((year) => ({ year, version: 1 })),
  YEARS.flatMap((year) => exceptionsIn(readNotice(NOTICES[year] ?? '', year).days)),
)

function* daysOf(first: Day, last: Day) {
  for (let day = first; day <= last; day = addDays(day, 1)) yield day
}

describe('the calendar and the State Council’s notices, read one without the other', () => {
  test.each(YEARS)('the notice of %i has no contradiction', (year) => {
    expect(readNotice(NOTICES[year] ?? '', year).faults).toEqual([])
  })

  test.each(YEARS)('every day of %i is worked or off as the notice says', (year) => {
    const differing = [...daysOf(`${year}-01-01`, `${year}-12-31`)].filter(
      (day) => isWorkingDay(seeded, day) !== isWorkingDay(told, day),
    )
    expect(differing).toEqual([])
  })

  test('and so are the last days of 2018, of which the notice of 2019 speaks', () => {
    const worked = [...daysOf('2018-12-28', '2018-12-31')].map((day) => isWorkingDay(seeded, day))
    expect(worked).toEqual([true, true, false, false])
    expect([...daysOf('2018-12-28', '2018-12-31')].map((day) => isWorkingDay(told, day))).toEqual(worked)
  })

  // 365 (366) days without weekends, without days off on weekdays, with Saturdays and Sundays worked
  test.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    expect(workingDaysBetween(seeded, `${year - 1}-12-31`, `${year}-12-31`)).toBe(days)
  })
})

describe('dates that a notice makes hard', () => {
  const due = (from: Day, n: number) => addWorkingDays(seeded, from, n).due

  test('《省级政务服务热线办理规则》 15 working days across Mid-Autumn and National Day that merge (2020, 2023, 2025)', () => {
    expect(due('2020-09-24', 15)).toBe('2020-10-21')
    expect(due('2023-09-22', 15)).toBe('2023-10-19')
    expect(due('2025-09-24', 15)).toBe('2025-10-21')
  })

  test('《信访工作条例》第二十三条 an objection of 5 working days with a Sunday that is worked', () => {
    expect(due('2025-09-25', 3)).toBe('2025-09-29')
    expect(isWorkingDay(seeded, '2025-09-28')).toBe(true)
    expect(due('2025-09-25', 5)).toBe('2025-10-09')
  })

  test('a Sunday that is worked can itself be the last day, until it is over', () => {
    expect(due('2022-01-27', 3)).toBe('2022-01-30')
    expect(due('2022-01-29', 1)).toBe('2022-01-30')
    expect(due('2022-01-30', 1)).toBe('2022-02-07')
  })

  test('New Year’s days off that begin in the year before, and a Saturday worked for them', () => {
    expect(due('2018-12-28', 1)).toBe('2018-12-29')
    expect(due('2018-12-29', 1)).toBe('2019-01-02')
    expect(due('2022-12-30', 1)).toBe('2023-01-03')
    expect(due('2025-12-31', 1)).toBe('2026-01-04')
  })

  test('Spring Festival of 2020, prolonged by a second notice: 3 February is the first day worked', () => {
    expect(due('2020-01-23', 1)).toBe('2020-02-03')
    expect(isWorkingDay(seeded, '2020-02-01')).toBe(false)
  })

  test('Labour Day of 2019, changed by a second notice: four days off, and a Sunday worked before and after', () => {
    expect(due('2019-04-26', 3)).toBe('2019-04-30')
    expect(due('2019-04-30', 1)).toBe('2019-05-05')
    expect(due('2019-05-05', 1)).toBe('2019-05-06')
  })

  test('Dragon Boat Festival of 2020 is followed by a Sunday that is worked', () => {
    expect(due('2020-06-24', 1)).toBe('2020-06-28')
  })
})

describe('a notice that changes another', () => {
  test('does not stand for its year alone: the other holidays are missing', () => {
    const changed = '一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。'
    const left = readNotice(changed, 2019).faults.filter(({ problem }) => problem === 'leftOut')
    expect(left.map(({ what }) => what)).toEqual(['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'])
  })

  test('cannot be pasted under the one it changes: the same day is named twice', () => {
    const both = `${NOTICES[2019]?.replace(/四、.*/, '四、劳动节：5月1日放假。')}
一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。`
    expect(readNotice(both, 2019).faults).toEqual([{ line: 8, problem: 'twice', what: '2019-05-01' }])
  })

  test('and a sentence that prolongs a holiday is not mistaken for days worked', () => {
    const prolonged = '一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。'
    expect(readNotice(`${NOTICES[2020]}\n${prolonged}`, 2020).faults.map(({ what }) => what)).toContain('2020-02-02')
  })
})
