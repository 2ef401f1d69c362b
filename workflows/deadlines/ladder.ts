/** What is done about a date that nobody answers: a reminder before it, cards around it, and who hears of it after. */
import { type DeadlineName, UNIT_DATES } from '#workflows/case/names.ts'
import { addDays, type Day } from '#workflows/clock.ts'
import { DEADLINES } from './catalogue.ts'
import { addWorkingDays, type Calendar, subtractWorkingDays } from './working-days.ts'

export const RUNGS = ['reminder', 'yellow', 'red', 'order', 'leader'] as const
export type Rung = (typeof RUNGS)[number]
/** The rungs that ring by themselves; `red` is the lapse of the date, which the machine hears. */
export type RingingRung = Exclude<Rung, 'red'>

/**
 * How many working days before the date (`reminder`, `yellow`) or after it (`order`, `leader`) each rung is.
 * Null: this date has no such rung.
 */
export type Ladder = Record<RingingRung, number | null>

/** Below so many working days a reminder comes at half-time. */
const SHORT = 10
const REMINDER = 7

export const isUnitDate = (name: string): boolean => UNIT_DATES.some((each) => each === name)

/**
 * The ladder of a date of so many working days; null for a date by which nobody is late. Seven days' reminder: a city's
 * task system; yellow a day before and red a day after: a province's hotline; the order at 5 and the leader at 10:
 * what follows red in several cities. The office's own dates bring no order: whoever heads it hears, then the leader.
 */
export function ladderOf(name: DeadlineName, days: number): Ladder | null {
  if (DEADLINES[name].lapses !== 'tells') return null
  const reminder = days < SHORT ? Math.floor(days / 2) : REMINDER
  return { reminder: reminder > 1 ? reminder : null, yellow: 1, order: isUnitDate(name) ? 5 : null, leader: 10 }
}

/** One rung of one date and the day on which it rings. */
export type Ringing = { rung: Rung; on: Day }
type Dated = { set_on: Day; due_on: Day }

/** The rungs of a date by their days. What would ring on the day the date was given, or before, is left out. */
export function rungsOf(calendar: Calendar, ladder: Ladder, { set_on, due_on }: Dated): Ringing[] {
  const before = (n: number | null) => (n === null ? null : subtractWorkingDays(calendar, due_on, n))
  const after = (n: number | null) => (n === null ? null : addWorkingDays(calendar, due_on, n).due)
  const days: Record<Rung, Day | null> = {
    reminder: before(ladder.reminder),
    yellow: before(ladder.yellow),
    red: addDays(due_on, 1),
    order: after(ladder.order),
    leader: after(ladder.leader),
  }
  const rungs = RUNGS.flatMap((rung) => {
    const on = days[rung]
    return on !== null && on > set_on ? [{ rung, on }] : []
  })
  // rules were stored that name a later rung for an earlier day: none is passed over by its name
  return rungs.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
}

/** The first rung that rings after a day; the red one apart, which rings by the lapse itself. */
export const nextRung = (rungs: readonly Ringing[], after: Day): Ringing | null =>
  rungs.find(({ rung, on }) => rung !== 'red' && on > after) ?? null

/** The last rung that has rung by a day: what was passed over meanwhile is not told of any more. */
export const rungOn = (rungs: readonly Ringing[], day: Day): Ringing | null =>
  rungs.findLast(({ on }) => on <= day) ?? null
