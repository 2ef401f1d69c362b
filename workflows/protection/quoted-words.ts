import { foldPoint } from './blind-index.ts'

/** So many signs in a row are not written twice by chance. */
const LEAST = 12
const WRITTEN = /[\p{L}\p{N}]/u

/** What a reporter wrote, as every stretch of twelve signs of it: width, case, blanks and signs make no difference. */
export type ReporterWords = ReadonlySet<string>

export function reporterWords(texts: readonly string[]): ReporterWords {
  const stretches = new Set<string>()
  for (const text of texts) {
    const signs = signsIn(text)
    const folded = signs.map(({ sign }) => sign)
    for (let at = 0; at + LEAST <= folded.length; at++) stretches.add(folded.slice(at, at + LEAST).join(''))
  }
  return stretches
}

/**
 * Where a text repeats the reporter's, twelve signs or more in a row. `known`: names that anybody would write so, such as
 * those of units; they end a stretch, and are none. Offsets in UTF-16 units.
 */
export function quotesIn(
  text: string,
  words: ReporterWords,
  known: readonly string[] = [],
): { start: number; end: number }[] {
  if (words.size === 0) return []
  const covered = coveredBy(text, known)
  const signs = signsIn(text).map((each) => (covered[each.start] ? { ...each, sign: '\n' } : each))
  const folded = signs.map(({ sign }) => sign)
  const found: { start: number; end: number; last: number }[] = []
  for (let at = 0; at + LEAST <= folded.length; at++) {
    if (!words.has(folded.slice(at, at + LEAST).join(''))) continue
    const end = signs[at + LEAST - 1]?.end ?? 0
    const open = found.at(-1)
    // one stretch goes on as long as each next twelve signs are the reporter's too
    if (open && open.last === at - 1) Object.assign(open, { end, last: at })
    else found.push({ start: signs[at]?.start ?? 0, end, last: at })
  }
  return found.map(({ start, end }) => ({ start, end }))
}

function signsIn(text: string): { sign: string; start: number; end: number }[] {
  const signs: { sign: string; start: number; end: number }[] = []
  let start = 0
  for (const point of text) {
    const end = start + point.length
    for (const sign of foldPoint(point)) if (WRITTEN.test(sign)) signs.push({ sign, start, end })
    start = end
  }
  return signs
}

function coveredBy(text: string, names: readonly string[]): Uint8Array {
  const covered = new Uint8Array(text.length)
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + name.length))
      covered.fill(1, at, at + name.length)
  return covered
}
