import { countProvisionalDates } from '#db/read/house-standing.ts'
import { listProvisionalDates } from '#db/read/provisional-dates.ts'
import { findCalendarVersion, listCalendarDays, listCalendarYears, listClosures } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import { type Day, dayOf } from '#workflows/clock.ts'
import { doubtOf } from '#workflows/deadlines/holiday-balance.ts'
import { exceptionsIn, readNotice } from '#workflows/deadlines/holiday-notice.ts'
import { latestDue, REOPENING } from '#workflows/deadlines/latest.ts'
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
    closures: (await listClosures(db)).filter(({ withdrawn_version }) => withdrawn_version === null),
    today: dayOf(clock.town()),
    days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    /** the first year whose notice is still to come */
    next: [thisYear, thisYear + 1].find((each) => !years.includes(each)) ?? thisYear + 2,
    version: await findCalendarVersion(db),
    provisional: await countProvisionalDates(db),
  }
}

/** What a notice would do: the days it stores, what contradicts, and which open dates would move. */
export async function previewNotice({ db, clock }: Pick<House, 'db' | 'clock'>, text: string, year: number) {
  const { days, faults } = readNotice(text, year)
  const stored = exceptionsIn(days)
  const before = await wholeCalendar(db)
  const after: Calendar = {
    ...before,
    version: before.version + 1,
    covered: new Set([...before.covered, year]),
    versions: new Map([[year, before.version + 1], ...before.versions]),
    days: new Map([
      ...[...before.days].filter(([day]) => !day.startsWith(`${year}-`)),
      ...stored.map(({ day, working, name }) => [day, { working, name }] as const),
    ]),
  }
  const today = dayOf(clock.town())
  const moves = new Map<string, Move>()
  if (faults.length === 0)
    for (const date of await listProvisionalDates(db, REOPENING)) {
      const { due, provisional } = recounted(after, date, today)
      const { accepted_on: acceptedOn, reopened_at, extended } = date
      const latest = latestDue(date.name, {
        acceptedOn,
        reopenedOn: reopened_at && dayOf(reopened_at),
        extended: Boolean(extended),
      })
      const to = latest && due > latest ? latest : due
      const move = { name: date.name, from: date.due_on, to, provisional, dates: 1 }
      const key = [move.name, move.from, move.to].join(' ')
      const alike = moves.get(key)
      moves.set(key, alike ? { ...alike, dates: alike.dates + 1 } : move)
    }
  return {
    year,
    replaces: before.covered.has(year),
    off: stored.filter(({ working }) => !working),
    worked: stored.filter(({ working }) => working),
    faults,
    doubt: doubtOf(stored, year),
    moves: [...moves.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
  }
}
/** Dates of one name that would go from one day to another, or stay. Whose they are is not an administrator's to know. */
type Move = { name: string; from: Day; to: Day; provisional: boolean; dates: number }
export type NoticePreview = Awaited<ReturnType<typeof previewNotice>>

async function wholeCalendar(db: Database): Promise<Calendar> {
  const days = await listCalendarDays(db, '2000-01-01', '2200-01-01')
  return calendarFrom(await listCalendarYears(db), days, await listClosures(db))
}
