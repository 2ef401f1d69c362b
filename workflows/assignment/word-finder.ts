import { AhoCorasick } from '@monyone/aho-corasick'

/** A word where it stands in a text. */
export type Found = { start: number; end: number; word: string }

/**
 * Finds words of a closed list in a text: at each place the longest, none within another. One pass over the text,
 * however many words there are.
 */
export function wordFinder(words: Iterable<string>): (text: string) => Found[] {
  const automaton = new AhoCorasick([...words].filter((word) => word !== ''))
  return (text) => {
    const longest = new Map<number, number>()
    for (const { begin, end } of automaton.matchInText(text)) longest.set(begin, Math.max(end, longest.get(begin) ?? 0))
    const found: Found[] = []
    let free = 0
    // the automaton tells them by where they end
    for (const [start, end] of [...longest].sort(([one], [other]) => one - other)) {
      if (start < free) continue
      found.push({ start, end, word: text.slice(start, end) })
      free = end
    }
    return found
  }
}
