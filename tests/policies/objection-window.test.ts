import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { FIRST_VISIT, objectUntil, VISIT_EVERY } from '#workflows/deadlines/objection-window.ts'
import { isWorkingDay, workingDaysBetween } from '#workflows/deadlines/working-days.ts'

const calendar = calendarOfSeed()
const LEAST = Number(DEADLINES.dispatchObjection.days)

test('whoever looks on the days that are advised reads each brief before the days to object are over', () => {
  expect(LEAST).toBe(2)
  fc.assert(
    fc.property(fc.nat(300), fc.nat(60), (day, later) => {
      const receivedOn = addDays('2026-01-05', day)
      const writtenOn = addDays(receivedOn, later)
      const until = objectUntil(calendar, receivedOn, writtenOn, LEAST)
      const visits = Array.from({ length: 20 }, (_, at) => addDays(receivedOn, FIRST_VISIT + at * VISIT_EVERY))
      expect(visits.some((visit) => visit > writtenOn && visit <= until)).toBe(true)
      expect(workingDaysBetween(calendar, writtenOn, until)).toBeGreaterThanOrEqual(2)
      expect(isWorkingDay(calendar, until)).toBe(true)
    }),
  )
})
