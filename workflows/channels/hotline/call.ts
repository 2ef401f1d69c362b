/** One thing said on the telephone. Null: the transcript does not say who. */
export type Turn = { speaker: 'operator' | 'caller' | null; text: string }

/** What of a transcript is left out before anything is kept. */
export type Dropped = 'caller' | 'number' | 'agent' | 'time'
