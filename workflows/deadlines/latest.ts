import type { DeadlineName } from '#workflows/case/names.ts'
import { addDays, type Day, mondayOf } from '#workflows/clock.ts'
import { LATEST_RECTIFICATION } from './catalogue.ts'

/** `reopenedOn`: what is done again after a rating or a look-back has its own time; `extended`: ever, by anyone. */
export type CaseTime = { acceptedOn: Day | null; reopenedOn: Day | null; extended: boolean }

/**
 * However a letter's date comes about, it never passes 60 (extended: 90) calendar days from acceptance, or from the day on
 * which the case was last reopened. The days are counted from the Monday of that week, and end on a Friday: the unit reads
 * this date, and must not reckon back from it to the day on which somebody was heard. Rounding the day itself, and not
 * each date, keeps two dates of one case (60 and 90 days) from telling more together than one alone. Both roundings go
 * back in time, so that the limit of the law is never passed. Null for dates without such an end.
 */
export function latestDue(name: string, { acceptedOn, reopenedOn, extended }: CaseTime): Day | null {
  if (name !== ('rectification' satisfies DeadlineName) || !acceptedOn) return null
  const { calendarDays, extendedBy } = LATEST_RECTIFICATION
  return fridayUpTo(addDays(mondayOf(reopenedOn ?? acceptedOn), calendarDays + (extended ? extendedBy : 0)))
}
const fridayUpTo = (day: Day): Day => addDays(mondayOf(addDays(day, -4)), 4)

/** The acts after which that time begins anew. */
export const REOPENING: readonly string[] = ['rate', 'recordLookBack']
