import type { CaseEvent } from '#workflows/case/events.ts'
import { outgoingTexts } from '#workflows/case/written-texts.ts'
import { hasGap } from '#workflows/templates/blanks.ts'
import type { Issue } from './refusal.ts'

/** The texts that leave the office in which a gap still waits for words, as a template leaves it: nothing is sent unread. */
export const unfilledIn = (event: CaseEvent): Issue[] =>
  outgoingTexts(event).flatMap(([field, text]) => (hasGap(text) ? [{ field, problem: 'gap' as const }] : []))
