import { z } from 'zod'
import type { DeadlineRow } from '#db/write/deadlines.ts'
import type { Day } from '#workflows/clock.ts'
import { type Ladder, nextRung, type Ringing, rungsOf } from '#workflows/deadlines/ladder.ts'
import type { Calendar } from '#workflows/deadlines/working-days.ts'

const days = z.number().nullable()
const stored = z.object({ reminder: days, yellow: days, order: days, leader: days }).nullable()

/** The ladder that a date was given with. */
export const ladderIn = (kept: unknown): Ladder | null => stored.parse(kept)

/** Every rung of a stored date; none where nobody is late by it. */
export function rungsOfRow(calendar: Calendar, date: Pick<DeadlineRow, 'ladder' | 'set_on' | 'due_on'>): Ringing[] {
  const ladder = ladderIn(date.ladder)
  return ladder ? rungsOf(calendar, ladder, date) : []
}

/** Which rung of a date that runs rings next, after a day; of one that stands still or is answered, none. */
export function climbing(
  calendar: Calendar,
  date: Pick<DeadlineRow, 'ladder' | 'set_on' | 'due_on' | 'state'>,
  after: Day,
): Pick<DeadlineRow, 'next_rung' | 'rings_on'> {
  const runs = date.state === 'open' || date.state === 'lapsed'
  const next = runs ? nextRung(rungsOfRow(calendar, date), after) : null
  return { next_rung: next?.rung ?? null, rings_on: next?.on ?? null }
}
