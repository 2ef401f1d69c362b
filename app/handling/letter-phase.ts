import type { LetterState } from '#workflows/reading/letter-state.ts'

/** Whose turn it is: the unit has not begun, it is under way or with the office, it is over. */
export function phaseOf(state: LetterState): 'waits' | 'moves' | 'over' {
  if (state === 'issued' || state === 'sentBack') return 'waits'
  return state === 'submitted' || state === 'replaced' ? 'over' : 'moves'
}
