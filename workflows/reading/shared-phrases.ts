/** Longer than any report that is compared by eye; the rest is not looked at. */
const READ = 4000
/** Shorter runs are the language's, not the matter's. */
const SHORTEST = 6
const LONGEST_SHOWN = 40

/** The longest passages that stand in both texts word for word, the longest first; none inside another. */
export function sharedPhrases(one: string, other: string, most: number): string[] {
  const text = one.slice(0, READ)
  const matches = longestMatches(other.slice(0, READ), text)
  const found: string[] = []
  for (const phrase of matches.sort((a, b) => b.length - a.length)) {
    if (found.length === most) break
    if (!found.some((longer) => longer.includes(phrase))) found.push(phrase)
  }
  return found.map((phrase) => (phrase.length > LONGEST_SHOWN ? `${phrase.slice(0, LONGEST_SHOWN)}…` : phrase))
}

/** Of each stretch of `text` the longest that `within` has too: one walk through an index of its shortest passages. */
function longestMatches(text: string, within: string): string[] {
  const starts = new Map<string, number[]>()
  for (let at = 0; at + SHORTEST <= within.length; at += 1) {
    const passage = within.slice(at, at + SHORTEST)
    const places = starts.get(passage)
    if (!places) starts.set(passage, [at])
    else if (places.length < MOST_PLACES) places.push(at)
  }
  const found: string[] = []
  for (let at = 0; at + SHORTEST <= text.length; ) {
    const lengths = (starts.get(text.slice(at, at + SHORTEST)) ?? []).map((place) =>
      lengthOfMatch(text, at, within, place),
    )
    const longest = Math.max(0, ...lengths)
    if (longest > 0) found.push(tidy(text.slice(at, at + longest)))
    at += Math.max(1, longest)
  }
  return found.filter((phrase) => phrase.length >= SHORTEST)
}
/** A passage that stands everywhere is not tried everywhere. */
const MOST_PLACES = 8

function lengthOfMatch(text: string, at: number, within: string, place: number): number {
  let length = SHORTEST
  while (at + length < text.length && text[at + length] === within[place + length]) length += 1
  return length
}

/** Without the marks and breaks at its ends; a line break within ends it for the reader. */
const tidy = (phrase: string): string =>
  phrase.replace(/\s+/g, ' ').replace(/^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu, '')
