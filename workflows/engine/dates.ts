import { randomUUID } from 'node:crypto'
import { findLastAct } from '#db/read/journal.ts'
import type { Transaction } from '#db/transaction.ts'
import { type CaseRow, markCaseDue } from '#db/write/cases.ts'
import {
  type DeadlineRow,
  insertDeadline,
  listLiveDeadlines,
  markDeadlineCleared,
  markDeadlineMoved,
  markDeadlinePaused,
  markDeadlineRecounted,
} from '#db/write/deadlines.ts'
import type { DeadlineName, Track } from '#workflows/case/names.ts'
import { addDays, type Day, dayOf } from '#workflows/clock.ts'
import { DEADLINES, LATEST_RECTIFICATION } from '#workflows/deadlines/catalogue.ts'
import { recounted } from '#workflows/deadlines/recount.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from '#workflows/deadlines/working-days.ts'
import type { Lengths } from './date-lengths.ts'

/** The dates of one locked case, as the machine orders them. Each is a row with the rule and the calendar that set it. */
export type Dates = {
  set(name: DeadlineName, track: Track | null): Promise<void>
  clear(name: DeadlineName, track: Track | null): Promise<void>
  move(name: DeadlineName, track: Track | null, days: number): Promise<void>
  pause(name: DeadlineName, track: Track | null): Promise<void>
  resume(name: DeadlineName, track: Track | null): Promise<void>
  /** sets right what was provisional, once the holidays it lies in are stored; other dates stay as they were given */
  recount(): Promise<void>
  /** puts the earliest date on the case row, where queues sort by it */
  settle(): Promise<void>
}

type Given = { due: Day; provisional: boolean }

/** `lengths`: those of today, for whoever sets a date; what was given before keeps its own. */
export function datesOf(tx: Transaction, row: CaseRow, calendar: Calendar, lengths: Lengths, today: Day): Dates {
  const live = async (name: DeadlineName, track: Track | null): Promise<DeadlineRow | undefined> =>
    (await listLiveDeadlines(tx, row.id)).find((each) => each.name === name && each.track === track)
  const clear = async (name: DeadlineName, track: Track | null) => {
    const date = await live(name, track)
    if (date) await markDeadlineCleared(tx, date.id)
  }
  const moved = (date: DeadlineRow, { due, provisional }: Given, rule: string, days: number) =>
    markDeadlineMoved(tx, date.id, { due_on: due, provisional, rule, days, calendar_version: calendar.version })
  /**
   * However a letter's date comes about, it never passes 60 (extended: 90) calendar days from acceptance, or from the
   * day on which the case was last reopened: what is done again after a look-back has its own time.
   */
  const capped = async (name: DeadlineName, given: Given, extended: boolean): Promise<Given> => {
    if (name !== 'rectification' || !row.accepted_on) return given
    const reopened = await findLastAct(tx, row.id, ['rate', 'recordLookBack'])
    const from = reopened ? dayOf(reopened.at) : row.accepted_on
    const latest = addDays(from, LATEST_RECTIFICATION.calendarDays + (extended ? LATEST_RECTIFICATION.extendedBy : 0))
    return given.due > latest ? { due: latest, provisional: given.provisional } : given
  }

  return {
    clear,
    set: async (name, track) => {
      await clear(name, track)
      const date = newDate({ calendar, lengths }, row, { name, track, today })
      const { due, provisional } = await capped(name, { due: date.due_on, provisional: date.provisional }, false)
      await insertDeadline(tx, { ...date, due_on: due, provisional })
    },
    move: async (name, track, days) => {
      const date = await live(name, track)
      if (!date) return
      const given = await capped(name, addWorkingDays(calendar, date.due_on, days), true)
      await moved(date, { ...given, provisional: given.provisional || date.provisional }, date.rule, date.days + days)
    },
    pause: async (name, track) => {
      const date = await live(name, track)
      if (date?.state === 'open') await markDeadlinePaused(tx, date.id, today)
    },
    resume: async (name, track) => {
      const date = await live(name, track)
      if (date?.state !== 'paused' || !date.paused_on) return
      const stood = workingDaysBetween(calendar, date.paused_on, today)
      await moved(date, addWorkingDays(calendar, date.due_on, stood), date.rule, date.days)
    },
    recount: async () => {
      const extended = (await findLastAct(tx, row.id, ['grantExtension'])) !== undefined
      for (const date of await listLiveDeadlines(tx, row.id)) {
        if (!date.provisional || date.state === 'lapsed' || !isDeadlineName(date.name)) continue
        const counted = recounted(calendar, date, today)
        const { due, provisional } = await capped(date.name, counted, extended)
        await markDeadlineRecounted(tx, date.id, { due_on: due, provisional, calendar_version: calendar.version })
      }
    },
    settle: async () => {
      const next = earliestOwed(await listLiveDeadlines(tx, row.id))
      await markCaseDue(tx, row.id, next?.due_on ?? null, next?.name ?? null)
    },
  }
}

/** A date that is given today, as its row. */
export function newDate(
  { calendar, lengths }: { calendar: Calendar; lengths: Lengths },
  { id, kind, complexity }: Pick<CaseRow, 'id' | 'kind' | 'complexity'>,
  { name, track, today }: { name: DeadlineName; track: Track | null; today: Day },
) {
  const { days, source } = lengths(name, { kind, complexity })
  const { due, provisional } = count(calendar, name, today, days)
  return {
    id: randomUUID(),
    case_id: id,
    name,
    track,
    state: 'open' as const,
    set_on: today,
    due_on: due,
    days,
    rule: source,
    calendar_version: calendar.version,
    provisional,
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
const isDeadlineName = (name: string): name is DeadlineName => name in DEADLINES

const count = (calendar: Calendar, name: DeadlineName, from: Day, days: number): Given =>
  DEADLINES[name].unit === 'calendarDays'
    ? { due: addDays(from, days), provisional: false }
    : addWorkingDays(calendar, from, days)
