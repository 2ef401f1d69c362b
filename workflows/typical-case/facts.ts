/** What the engine knows under the lock about this actor and this typical case. Nothing here ever comes from a request. */
export type TypicalCaseFacts = {
  /** the actor wrote any of its texts, the first or a correction */
  isAuthor: boolean
  /** it draws on one to four cases, and each is closed: none reopened, none in referral */
  sourcesClosed: boolean
  /** nothing else stands against using them: 30 days since closing, and consent or three similar cases */
  usable: boolean
  /** the case named in `addSource` is closed, not yet a source, and there are fewer than four */
  sourceFits: boolean
}

/** Nobody in particular, with nothing to draw on: what a test or the engine fills in from. */
export const NO_TYPICAL_CASE_FACTS: TypicalCaseFacts = {
  isAuthor: false,
  sourcesClosed: false,
  usable: false,
  sourceFits: false,
}
