import type { CaseEvent } from '#workflows/case/events.ts'
import type { TypicalCaseEvent } from '#workflows/typical-case/events.ts'

/** How long after the turn before: working days, or calendar days where the calendar alone decides. */
export type Wait = number | { days: number }

/** One act: when, by whom (a login, the reporter, or the reporter of another story), and what. */
export type Timed<Event> = { after: Wait; by: string; event: Event }
/** An act on a case; `caseOf` finds the case of another story. */
export type Turn = Timed<CaseEvent | ((caseOf: (story: string) => string) => CaseEvent)>
export type TypicalTurn = Timed<TypicalCaseEvent>

export const REPORTER = 'reporter'
/** The reporter of another story, once its case was merged into this one. */
export const reporterOf = (story: string): string => `${REPORTER} ${story}`

export const turn = (by: string, event: Turn['event'], after: Wait = 0): Turn => ({ after, by, event })

/** The same turns, the first of them after `after`. */
export function later<T extends { after: Wait }>(after: Wait, [first, ...others]: readonly T[]): T[] {
  return first ? [{ ...first, after }, ...others] : []
}
