import { plainForm } from '#workflows/charsets/plain-form.ts'

/** What one reporter of a case said, all of it together. */
export type Teller = { report: string; words: string }

/** So many Chinese characters in a row, or so many of any others, are somebody's words and no common phrase. */
const HAN_RUN = 8
const ANY_RUN = 16
const HAN_RUN_PATTERN = new RegExp(`^\\p{Script=Han}{${HAN_RUN}}$`, 'u')

/**
 * The reports whose words a text rests on: those that have the most of it, and nothing in it that only another said.
 * Empty where it shares nothing with any of them, or puts the words of several together.
 */
export function restsOn(text: string, tellers: readonly Teller[]): string[] {
  const pairs = runs(text, 2)
  const shares = tellers.map(({ words }) => sharedCount(pairs, runs(words, 2)))
  const most = Math.max(0, ...shares)
  if (most === 0) return []
  return tellers
    .filter((_, at) => shares[at] === most)
    .map(({ report }) => report)
    .filter((report) => !quotesAnother(text, tellers, report))
}

/** Whether the text holds words that another reporter used and this one did not. */
export function quotesAnother(text: string, tellers: readonly Teller[], report: string): boolean {
  const own = passages(tellers.find((each) => each.report === report)?.words ?? '')
  const others = tellers.filter((each) => each.report !== report).map(({ words }) => passages(words))
  return [...passages(text)].some((passage) => !own.has(passage) && others.some((said) => said.has(passage)))
}

/** Every stretch that is long enough to be somebody's words. */
const passages = (text: string): Set<string> =>
  new Set([...[...runs(text, HAN_RUN)].filter((run) => HAN_RUN_PATTERN.test(run)), ...runs(text, ANY_RUN)])

/** Every stretch of so many characters, without what stands between words. */
function runs(text: string, length: number): Set<string> {
  const characters = [...plainForm(text).toLowerCase()].filter((point) => /[\p{L}\p{N}]/u.test(point))
  const found = new Set<string>()
  for (let at = 0; at + length <= characters.length; at += 1) found.add(characters.slice(at, at + length).join(''))
  return found
}

const sharedCount = (some: Set<string>, others: Set<string>): number =>
  [...some].filter((run) => others.has(run)).length
