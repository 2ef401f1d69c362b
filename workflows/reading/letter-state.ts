import type { UnitLetter } from '#db/read/inbox.ts'
import { standingOf } from './case-standing.ts'

/** Where a letter stands for the unit that holds it. What the case does after the answer is not the unit's to see. */
export const LETTER_STATES = [
  'issued',
  'working',
  'disputed',
  'extensionAsked',
  'sentBack',
  'submitted',
  'replaced',
] as const
export type LetterState = (typeof LETTER_STATES)[number]

type Letter = Pick<UnitLetter, 'track' | 'superseded' | 'value' | 'context' | 'answered_once'>

export function letterState(letter: Letter): LetterState {
  if (letter.superseded) return 'replaced'
  const at = standingOf(letter.value, letter.context).tracks[letter.track]
  if (at === 'issued' || at === 'disputed') return at
  if (at === 'rectifying.extensionAsked') return 'extensionAsked'
  // an answer that is there while the unit works again has been sent back
  if (at === 'rectifying.working') return letter.answered_once ? 'sentBack' : 'working'
  return 'submitted'
}
