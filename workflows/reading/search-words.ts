import { fold, queryTokens } from '#workflows/protection/blind-index.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { normalText } from '#workflows/protection/normal-text.ts'

/** The number of a case as it is written, or all in one. */
const NUMBER = /^(\d{4})-?(\d{4})-?(\d{4,})$/

export type SearchWords = {
  /** each word as it is looked for, folded */
  folded: string[]
  /** what a case must have in the index to hold them all; empty: no word is long enough to search by */
  tokens: number[]
  /** the one word is the whole number of a case */
  number: string | null
}

/** What was typed into the search, read: words apart by spaces, all of which must be found. */
export function searchWords(keys: Keys, typed: string): SearchWords {
  const said = normalText(typed).split(/\s+/u)
  const folded = [...new Set(said.map(fold))].filter((word) => word !== '')
  const [, year, day, rest] = (folded.length === 1 && NUMBER.exec(folded[0] ?? '')) || []
  return {
    folded,
    tokens: [...new Set(folded.flatMap((word) => queryTokens(keys, word)))],
    number: year ? `${year}-${day}-${rest}` : null,
  }
}
