import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Day } from '#workflows/clock.ts'
import { type Calendar, calendarFrom, isWeekday } from './working-days.ts'

const FIRST_YEAR = 2004
const LAST_YEAR = 2026
const VERSION = 1

/** The rows of the tables `calendar_year` and `calendar_day` with which a town starts. */
export type CalendarSeed = {
  years: { year: number; version: number }[]
  days: { day: Day; working: boolean; name: string | null }[]
}

/**
 * The exceptions of 2004–2026 from the data of the library chinese-days, which holds the notices of the State
 * Council. Later years are left out: its functions would call 1 January 2027 a working day. Its functions are
 * not used at all: they turn days into local time on loading, and west of Greenwich are a day off.
 */
export function calendarSeed(): CalendarSeed {
  const years: CalendarSeed['years'] = []
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) years.push({ year, version: VERSION })
  const off = Object.entries(notices.holidays).map(([day, name]) => ({ day, working: false, name: holidayName(name) }))
  const on = Object.keys(notices.workdays).map((day) => ({ day, working: true, name: '调休补班' }))
  const days = [...off, ...on].filter(({ day, working }) => working !== isWeekday(day) && day < `${LAST_YEAR + 1}`)
  return { years, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) }
}

/** The calendar a town starts with, for whoever has no database at hand. */
export const calendarOfSeed = (): Calendar => {
  const { years, days } = calendarSeed()
  return calendarFrom(years, days)
}

/** The library's names are `National Day,国庆节,3`. */
const holidayName = (name: string) => name.split(',')[1] ?? null
