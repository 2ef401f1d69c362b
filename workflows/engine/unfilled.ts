import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import { hasGap } from '#workflows/templates/blanks.ts'
import type { Issue } from './refusal.ts'

/** The acts whose words somebody outside the office reads, now or once a second person has signed. */
const GOES_OUT: readonly CaseEventType[] = [
  'askForMore',
  'proposeRefusal',
  'handUp',
  'answerReprisal',
  'writeBrief',
  'issueLetters',
  'amendLetter',
  'draftReply',
  'proposeNoReply',
  'grantRedo',
  'refuseRedo',
]

/** The fields of such an act in which a gap still waits for words, as a template leaves it: nothing is sent unread. */
export function unfilledIn(event: CaseEvent): Issue[] {
  if (!GOES_OUT.includes(event.type)) return []
  return textsIn(event, []).flatMap(([field, text]) => (hasGap(text) ? [{ field, problem: 'gap' as const }] : []))
}

function textsIn(value: unknown, path: readonly string[]): [field: string, text: string][] {
  if (typeof value === 'string') return [[path.join('.'), value]]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...path, name]))
}
