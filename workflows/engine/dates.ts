import { randomUUID } from 'node:crypto'
import type { PastAct } from '#db/read/situation.ts'
import type { CaseRow } from '#db/write/cases.ts'
import type { DeadlineRow } from '#db/write/deadlines.ts'
import type { DeadlineName, Track } from '#workflows/case/names.ts'
import { addDays, type Day, dayOf } from '#workflows/clock.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { latestDue, REOPENING } from '#workflows/deadlines/latest.ts'
import { daysLost, movedOn, recounted } from '#workflows/deadlines/recount.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from '#workflows/deadlines/working-days.ts'
import { climbing } from './climb.ts'
import type { Lengths } from './date-lengths.ts'

/** The dates of one locked case, as the machine orders them. Each is a row with the rule and the calendar that set it. */
export type Dates = {
  /** `days`: where the act itself says after how many working days it falls */
  set(name: DeadlineName, track: Track | null, days?: number): void
  clear(name: DeadlineName, track: Track | null): void
  move(name: DeadlineName, track: Track | null, days: number): void
  pause(name: DeadlineName, track: Track | null): void
  resume(name: DeadlineName, track: Track | null): void
  /** the date is over, and nobody answered */
  lapse(name: DeadlineName, track: Track | null): void
  /**
   * sets right what was provisional, once the holidays it lies in are stored, and what lost a day to a closure of the
   * town; other dates stay as they were given
   */
  recount(): void
  /** what is to be stored of all this */
  written(): WrittenDates
}
/** Rows that are new, rows that are no longer what they were, and the earliest that is owed, by which queues sort. */
export type WrittenDates = { added: DeadlineRow[]; changed: DeadlineRow[]; next: DeadlineRow | undefined }

type Given = { due: Day; provisional: boolean }
/** What a case's dates are reckoned from. `lengths`: those of today; what was given before keeps its own. */
export type DatesFrom = {
  row: Pick<CaseRow, 'id' | 'kind' | 'complexity' | 'accepted_on' | 'closed_on'>
  /** every date that still counts */
  live: readonly DeadlineRow[]
  acts: readonly Pick<PastAct, 'type' | 'at'>[]
  rules: { calendar: Calendar; lengths: Lengths }
  today: Day
}

/** Reckons in memory; nothing is stored before `written` is. */
export function datesOf({ row, live, acts, rules, today }: DatesFrom): Dates {
  const { calendar } = rules
  let dates = [...live]
  const added = new Map<string, DeadlineRow>()
  const changed = new Map<string, DeadlineRow>()
  const find = (name: DeadlineName, track: Track | null) =>
    dates.find((date) => date.name === name && date.track === track)
  const change = (date: DeadlineRow, to: Partial<DeadlineRow>) => {
    const became = { ...date, ...to }
    // what stands before the date rings from today on; what stands after it, from the lapse on
    const after = { ...became, ...climbing(calendar, became, became.state === 'lapsed' ? became.due_on : today) }
    dates = dates.flatMap((each) => (each.id !== date.id ? [each] : after.state === 'cleared' ? [] : [after]))
    if (!added.has(date.id)) changed.set(date.id, after)
    else if (after.state === 'cleared') added.delete(date.id)
    else added.set(date.id, after)
  }
  const clear = (name: DeadlineName, track: Track | null) => {
    const date = find(name, track)
    if (date) change(date, { state: 'cleared' })
  }
  const moved = (date: DeadlineRow, { due, provisional }: Given, days: number) =>
    change(date, {
      due_on: due,
      provisional,
      days,
      calendar_version: calendar.version,
      state: 'open',
      paused_on: null,
      rung: 'none',
    })
  const capped = (name: DeadlineName, given: Given, extended: boolean): Given => {
    const reopened = acts.findLast(({ type }) => REOPENING.includes(type))
    const reopenedOn = reopened ? dayOf(reopened.at) : null
    const latest = latestDue(name, { acceptedOn: row.accepted_on, reopenedOn, extended })
    return latest && given.due > latest ? { due: latest, provisional: given.provisional } : given
  }

  /** A case that was closed before it is closed again was looked at once: the second look is reckoned from that first day. */
  const secondLook = (name: DeadlineName, { days }: DeadlineRow) => {
    if (name !== 'lookBackStart' || row.closed_on === null) return {}
    const due = addDays(row.closed_on, 2 * days)
    return { set_on: row.closed_on, days: 2 * days, due_on: due > today ? due : today }
  }

  /** While the reporter may object nobody can issue letters: the office's own date is the working day after. */
  const waitFor = (until: Day) => {
    const date = find('assignment', null)
    if (!date || date.state !== 'open' || date.due_on > until) return
    const given = addWorkingDays(calendar, until, 1)
    moved(
      date,
      { ...given, provisional: given.provisional || date.provisional },
      workingDaysBetween(calendar, date.set_on, given.due),
    )
  }

  return {
    clear,
    set: (name, track, days) => {
      clear(name, track)
      const date = newDate(rules, row, { name, track, today, days })
      const { due, provisional } = capped(name, { due: date.due_on, provisional: date.provisional }, false)
      const dated = { ...date, due_on: due, provisional, ...secondLook(name, date) }
      const given = { ...dated, ...climbing(calendar, dated, today) }
      dates.push(given)
      added.set(given.id, given)
      if (name === 'dispatchObjection') waitFor(given.due_on)
    },
    move: (name, track, days) => {
      const date = find(name, track)
      if (!date) return
      // ruled after the date itself, the days that were asked for still lie ahead
      const from = date.due_on < today ? today : date.due_on
      const given = capped(name, addWorkingDays(calendar, from, days), true)
      moved(date, { ...given, provisional: given.provisional || date.provisional }, date.days + days)
    },
    pause: (name, track) => {
      const date = find(name, track)
      if (date?.state === 'open') change(date, { state: 'paused', paused_on: today, pauses: date.pauses + 1 })
    },
    resume: (name, track) => {
      const date = find(name, track)
      if (date?.state !== 'paused' || !date.paused_on) return
      const stood = workingDaysBetween(calendar, date.paused_on, today)
      const given = addWorkingDays(calendar, date.due_on, stood)
      // one that stopped on its last day, and goes on while nobody works, has the next working day for what was left of it
      moved(date, given.due < today ? addWorkingDays(calendar, today, 1) : given, date.days)
    },
    lapse: (name, track) => {
      const date = find(name, track)
      if (date?.state === 'open') change(date, { state: 'lapsed', rung: 'red' })
    },
    recount: () => {
      const extended = acts.some(({ type }) => type === 'grantExtension')
      for (const date of dates) {
        if (date.state === 'lapsed' || !isDeadlineName(date.name)) continue
        if (!isWorked(date.name) || (!date.provisional && daysLost(calendar, date) === 0)) continue
        const again = date.provisional ? recounted(calendar, date, today) : movedOn(calendar, date)
        const { due, provisional } = capped(date.name, again, extended)
        change(date, { due_on: due, provisional, calendar_version: calendar.version })
      }
    },
    written: () => ({ added: [...added.values()], changed: [...changed.values()], next: earliestOwed(dates) }),
  }
}

/** A date that is given today, as its row. */
export function newDate(
  { calendar, lengths }: { calendar: Calendar; lengths: Lengths },
  { id, kind, complexity }: Pick<CaseRow, 'id' | 'kind' | 'complexity'>,
  { name, track, today, days: said }: { name: DeadlineName; track: Track | null; today: Day; days?: number },
): DeadlineRow {
  const { days: usual, source, ladder } = lengths(name, { kind, complexity })
  const days = said ?? usual
  const { due, provisional } = count(calendar, name, today, days)
  return {
    id: randomUUID(),
    case_id: id,
    name,
    track,
    state: 'open',
    set_on: today,
    due_on: due,
    days,
    rule: source,
    calendar_version: calendar.version,
    provisional,
    paused_on: null,
    pauses: 0,
    rung: 'none',
    ladder,
    next_rung: null,
    rings_on: null,
  }
}

/** The one by which queues sort. */
export const earliestOwed = <Date extends Pick<DeadlineRow, 'state' | 'name' | 'due_on'>>(
  dates: readonly Date[],
): Date | undefined =>
  dates
    .filter(({ state, name }) => state !== 'paused' && isOwed(name))
    .sort((a, b) => (a.due_on < b.due_on ? -1 : 1))[0]

/** A right that ends is nobody's duty, and has no place in a queue. */
const isOwed = (name: string) => isDeadlineName(name) && DEADLINES[name].lapses !== 'ends'
/** Counted in working days, and not in days of the calendar. */
const isWorked = (name: DeadlineName) => DEADLINES[name].unit === 'workingDays'
const isDeadlineName = (name: string): name is DeadlineName => name in DEADLINES

const count = (calendar: Calendar, name: DeadlineName, from: Day, days: number): Given =>
  DEADLINES[name].unit === 'calendarDays'
    ? { due: addDays(from, days), provisional: false }
    : addWorkingDays(calendar, from, days)
