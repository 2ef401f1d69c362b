import { listProvisionalDates } from '#db/read/provisional-dates.ts'
import { listCalendarDays, listCalendarYears } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import { DAY, dayOf } from '#workflows/clock.ts'
import { exceptionsIn, readNotice } from '#workflows/deadlines/holiday-notice.ts'
import { recounted } from '#workflows/deadlines/recount.ts'
import { type Calendar, calendarFrom } from '#workflows/deadlines/working-days.ts'
import type { House } from '#workflows/house.ts'

/** Which years are known, the exceptions of one of them, and how many dates wait for the next notice. */
export async function readHolidays({ db, clock }: Pick<House, 'db' | 'clock'>, wanted: number | null) {
  const years = (await listCalendarYears(db)).map(({ year }) => year).toSorted((a, b) => b - a)
  const thisYear = Number(dayOf(clock.town()).slice(0, 4))
  const year = wanted ?? years[0] ?? thisYear
  const days = await listCalendarDays(db, `${year}-01-01`, `${year}-12-31`)
  return {
    years,
    year,
    covered: years.includes(year),
    days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    /** the first year whose notice is still to come */
    next: [thisYear, thisYear + 1].find((each) => !years.includes(each)) ?? thisYear + 2,
    version: await versionOf(db),
    provisional: (await listProvisionalDates(db)).length,
  }
}

/** What a notice would do: the days it stores, what contradicts, and by how much how many open dates would move. */
export async function previewNotice({ db, clock }: Pick<House, 'db' | 'clock'>, text: string, year: number) {
  const { days, faults } = readNotice(text, year)
  const stored = exceptionsIn(days)
  const before = await wholeCalendar(db)
  const after: Calendar = {
    version: before.version + 1,
    covered: new Set([...before.covered, year]),
    versions: new Map([...before.versions, [year, before.version + 1]]),
    days: new Map([
      ...[...before.days].filter(([day]) => !day.startsWith(`${year}-`)),
      ...stored.map(({ day, working, name }) => [day, { working, name }] as const),
    ]),
  }
  const today = dayOf(clock.town())
  const moves = new Map<number, number>()
  if (faults.length === 0)
    for (const date of await listProvisionalDates(db)) {
      const by = daysBetween(date.due_on, recounted(after, date, today).due)
      moves.set(by, (moves.get(by) ?? 0) + 1)
    }
  return {
    year,
    replaces: before.covered.has(year),
    off: stored.filter(({ working }) => !working),
    worked: stored.filter(({ working }) => working),
    faults,
    moves: [...moves].map(([by, dates]) => ({ by, dates })).sort((a, b) => a.by - b.by),
  }
}
export type NoticePreview = Awaited<ReturnType<typeof previewNotice>>

async function wholeCalendar(db: Database): Promise<Calendar> {
  return calendarFrom(await listCalendarYears(db), await listCalendarDays(db, '2000-01-01', '2200-01-01'))
}
const versionOf = async (db: Database) =>
  (await listCalendarYears(db)).reduce((newest, { version }) => Math.max(newest, version), 0)
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY
