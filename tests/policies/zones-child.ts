import { createHash } from 'node:crypto'
import { dayIn, formatDay, formatHour } from '#app/ui/day-words.ts'
import { addDays, dayOf, isDay, startOf } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#workflows/deadlines/working-days.ts'
import { isOfficeHour, nextOfficeHour, TOWN_HOURS } from '#workflows/notices/office-hours.ts'

/** Prints what this process, in its own zone, makes of every day of 2019 to 2026 and of Shanghai's summers of 1986 to 1991. */
const calendar = calendarOfSeed()
const hash = createHash('sha256')
let wrong = 0
const holds = (is: boolean) => {
  if (!is) wrong += 1
}
for (let day = '2019-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
  const midnight = startOf(day)
  const before = new Date(midnight.getTime() - 1)
  holds(dayOf(midnight) === day && dayIn(midnight) === day)
  holds(dayOf(before) === addDays(day, -1) && dayIn(before) === addDays(day, -1))
  const { due } = addWorkingDays(calendar, day, 15)
  holds(workingDaysBetween(calendar, day, due) === 15)
  const opens = new Date(midnight.getTime() + 8.5 * 3_600_000)
  holds(isOfficeHour(calendar, TOWN_HOURS, opens) === isWorkingDay(calendar, day))
  const next = nextOfficeHour(calendar, TOWN_HOURS, midnight)
  hash.update([day, isWorkingDay(calendar, day), due, next.toISOString(), formatHour(opens, 'zh-CN')].join(' '))
}
// the days alone: no instant of those years is kept, and a day is a text
for (let day = '1986-01-01'; day <= '1991-12-31'; day = addDays(day, 1)) {
  holds(isDay(day) && dayOf(startOf(day)) === day && dayIn(startOf(day)) === day)
  holds(addDays(addDays(day, 1), -1) === day)
  hash.update(formatDay(day, 'zh-CN'))
}
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
process.stdout.write(`${JSON.stringify({ timeZone, wrong, digest: hash.digest('hex') })}\n`)
