import { describe, expect, it } from 'vitest'
import { dayIn, daysFrom, formatDay, formatHour, formatShortDay } from '#app/ui/day-words.ts'

describe('A day is written', () => {
  it('whole, with its weekday, in the words of the reader', () => {
    expect(formatDay('2026-10-12', 'zh-CN')).toBe('2026年10月12日(周一)')
    expect(formatDay('2026-10-12', 'en')).toBe('12 Oct 2026 (Mon)')
  })

  it('with the right weekday across leap years and before 1970', () => {
    expect(formatDay('2024-02-29', 'zh-CN')).toBe('2024年2月29日(周四)')
    expect(formatDay('1969-12-31', 'zh-CN')).toBe('1969年12月31日(周三)')
    expect(formatDay('2027-01-03', 'en')).toBe('3 Jan 2027 (Sun)')
  })

  it('short where the year stands beside it', () => {
    expect(formatShortDay('2026-10-02', 'zh-CN')).toBe('10月2日')
    expect(formatShortDay('2026-10-02', 'en')).toBe('2 Oct')
  })
})

describe('An instant is told', () => {
  it('to the hour of Shanghai and no closer', () => {
    const instant = new Date('2026-10-11T23:59:59.999Z')
    expect(formatHour(instant, 'zh-CN')).toBe('2026年10月12日(周一)7时')
    expect(formatHour(instant, 'en')).toBe('12 Oct 2026 (Mon), 07:00')
  })

  it('on the day it is in Shanghai', () => {
    expect(dayIn(new Date('2026-10-11T15:59:59Z'))).toBe('2026-10-11')
    expect(dayIn(new Date('2026-10-11T16:00:00Z'))).toBe('2026-10-12')
    expect(formatHour(new Date('2026-10-11T16:00:00Z'), 'zh-CN')).toBe('2026年10月12日(周一)0时')
  })
})

describe('How far away a day is', () => {
  it('is counted in calendar days, backwards below zero', () => {
    expect(daysFrom('2026-10-12', '2026-10-12')).toBe(0)
    expect(daysFrom('2026-02-28', '2026-03-01')).toBe(1)
    expect(daysFrom('2026-10-12', '2026-10-10')).toBe(-2)
  })
})
