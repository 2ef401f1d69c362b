import type { DeadlineName } from '#workflows/case/names.ts'
import { addDays, type Day } from '#workflows/clock.ts'
import { LATEST_RECTIFICATION } from './catalogue.ts'

/** `reopenedOn`: what is done again after a rating or a look-back has its own time; `extended`: ever, by anyone. */
export type CaseTime = { acceptedOn: Day | null; reopenedOn: Day | null; extended: boolean }

/**
 * However a letter's date comes about, it never passes 60 (extended: 90) calendar days from acceptance, or from the day on
 * which the case was last reopened. Null for dates without such an end.
 */
export function latestDue(name: string, { acceptedOn, reopenedOn, extended }: CaseTime): Day | null {
  if (name !== ('rectification' satisfies DeadlineName) || !acceptedOn) return null
  const { calendarDays, extendedBy } = LATEST_RECTIFICATION
  return addDays(reopenedOn ?? acceptedOn, calendarDays + (extended ? extendedBy : 0))
}
/** The acts after which that time begins anew. */
export const REOPENING: readonly string[] = ['rate', 'recordLookBack']
