/** What stood behind the bench's name. `quick`: long enough to see that it works, too short to believe. */
export type Words = { quick: boolean; full: boolean; minutes: number | null }
