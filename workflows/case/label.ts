/** What the reporter reads: eight words, computed in one place from where the case stands and what is known. */
import { type CaseContext, isBurden, lettersIssued } from './context.ts'
import { caseLife } from './versions.ts'

export const LABELS = [
  'received',
  'needsInfo',
  'verifying',
  'rectifying',
  'replied',
  'closed',
  'notAccepted',
  'merged',
] as const
export type Label = (typeof LABELS)[number]

/** What is shown of the case that a merged one follows. */
export type MainCase = { label: Label; letters: CaseContext['letters'] }

/**
 * The reporter's label. `main` is the main case of a merged one: its label is shown as its own until
 * both letters are out, because a decoy report must not learn that others have said the same.
 * Throws where a merged case comes without it.
 */
export function labelOf(value: unknown, context: CaseContext, main?: MainCase): Label {
  const [state, phase] = caseLife(value).split('.')
  switch (state) {
    case 'triage':
      return 'received'
    case 'needsInfo':
      return 'needsInfo'
    case 'notAccepted':
    case 'handedUp':
      return 'notAccepted'
    case 'merged':
      if (!main) throw new Error('a merged case shows the label of its main case')
      if (lettersIssued(main)) return 'merged'
      // the question is somebody else's, and would tell that there is somebody else
      return main.label === 'needsInfo' ? 'verifying' : main.label
    case 'verifying':
      return phase === 'awaitingReporter' ? 'needsInfo' : 'verifying'
    case 'unsubstantiated':
    case 'unverifiable':
      return 'verifying'
    case 'rating':
      return 'replied'
    case 'closed':
    case 'lookBack':
    case 'struckOff':
      return 'closed'
    default:
      // nothing is being put right until it is known to be so: units that verify, a reply that says it is not
      return isBurden(context.finding) ? 'rectifying' : 'verifying'
  }
}
