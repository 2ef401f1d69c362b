/** One thing said on the telephone. Null: the transcript does not say who. */
export type Turn = { speaker: 'operator' | 'caller' | null; text: string }

/** A call as a transcript tells it, without anything of who called or who answered. */
export type Call = {
  /** where it stands in its file, counted as people count: the first row under the heading is 1 */
  row: number
  /** the sender's own number of the work order, by which it is answered; stored only keyed */
  order: string | null
  turns: Turn[]
  place: string | null
  unit: string | null
  happened: string | null
}
export const CALL_FAULTS = ['empty', 'tooLong', 'noText', 'broken'] as const
export type CallFault = (typeof CALL_FAULTS)[number]
export type ReadCall = Call | { row: number; fault: CallFault }

/** What of a file was left out before anything was kept, for the preview. */
export const DROPPED = ['caller', 'number', 'agent', 'time'] as const
export type Dropped = (typeof DROPPED)[number]

/** The whole call as one text, as the desk shows and searches it. */
export const textOfCall = ({ turns }: Pick<Call, 'turns'>): string =>
  turns
    .map(({ speaker, text }) => (speaker ? `${speaker === 'caller' ? '来电人' : '话务员'}：${text}` : text))
    .join('\n')
