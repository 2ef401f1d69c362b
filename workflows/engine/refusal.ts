import type { Finding } from '#workflows/protection/outgoing-text.ts'

/** What an act can come to. Expected outcomes are values; only `app/http` knows statuses. */
export type RefusalCode =
  | 'unknown'
  | 'conflict-of-interest'
  | 'not-your-role'
  | 'stale'
  | 'invalid'
  | 'second-person'
  | 'unsettled'
  | 'reason-needed'
  | 'late'
  | 'not-now'

/**
 * A field of the act that cannot be taken as it is, named as in the event. `gap`: a place in it still waits for words;
 * `anothers`: it would show one reporter what another said.
 */
export type Issue = { field: string; problem: 'missing' | 'tooLong' | 'wrong' | 'gap' | 'anothers' }

/** A text that is about to leave the office, as it would leave, and the places in it that somebody has to settle first. */
export type Unsettled = { field: string; text: string; found: Finding[] }

/** What others did since the page was shown. */
export type Meanwhile = { type: string; by: string | null; role: string | null; at: Date }

export type Refused = {
  kind: 'refused'
  code: RefusalCode
  issues?: Issue[]
  meanwhile?: Meanwhile[]
  unsettled?: Unsettled[]
}
export type Moved = { kind: 'moved'; id: string; revision: number; life: string }
export type Outcome = Moved | Refused

export const refused = (code: RefusalCode, more: Omit<Refused, 'kind' | 'code'> = {}): Refused => ({
  kind: 'refused',
  code,
  ...more,
})
