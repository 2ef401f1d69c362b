import type { Day } from '#workflows/clock.ts'

/** One thing said on the telephone. Null: the transcript does not say who. */
export type Turn = {
  speaker: 'operator' | 'caller' | null
  text: string
  /** by what names and numbers the transcript knows who speaks, between 、: never kept, and left out of the words */
  name?: string
  /** what a transcript calls somebody of whom it does not say which of the two they are: 说话人1, a name. Never kept. */
  voice?: string
}

/** What of a transcript is left out before anything is kept. */
export const DROPPED = ['caller', 'number', 'agent', 'time', 'order'] as const
export type Dropped = (typeof DROPPED)[number]

/** A call as some door heard it. Nothing of it is kept before `writtenCall` has left out what leads to the caller. */
export type SpokenCall = {
  turns: Turn[]
  /** a turn of it was not understood: it is not taken without it */
  isUnread?: boolean
  /** the sender's own number of it: 办件编号 */
  order?: string | null
  place?: string
  unit?: string
  happened?: string
  /** a kind by its code, or the sender's own word for what it is about */
  kind?: string
  /** when the sender received it, as it was written */
  day?: string
  /** names and numbers by which the sender knows the caller: left out wherever they occur */
  unsaid?: readonly string[]
  /** names and numbers of those who answered or passed it on: left out too */
  agents?: readonly string[]
}

/** A call in the words in which it is stored. Made by `writtenCall` alone. */
export type WrittenCall = {
  /** `话务员：…\n来电人：…`, a line a turn */
  text: string
  order: string | null
  /** it had a number of which a table has kept only the first digits */
  isDamaged: boolean
  place: string | null
  unit: string | null
  happened: string | null
  kind: string | null
  day: Day | null
  dropped: Dropped[]
}

/** Why a call is not taken. */
export type CallProblem = 'turn' | 'empty' | 'tooLong'
/** Why it is not taken beside what is there: its number belongs to a call with other words. */
export type CallRefusal = CallProblem | 'otherWords'
