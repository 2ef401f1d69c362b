import { fold, foldPoint } from '#workflows/protection/blind-index.ts'
import type { CaseText, TextName } from './case-texts.ts'

/** A stretch of a text, and whether it is what was looked for. */
export type Piece = { text: string; found: boolean }
/** The sentence in which something was found, and in what. */
export type Passage = { name: TextName; pieces: Piece[] }

/** More than this is drawn by opening the case. */
const MOST_PASSAGES = 3
/** The furthest a sentence is shown to either side, in UTF-16 units. */
const BEFORE = 40
const AFTER = 60
const SENTENCE_END = /[。！？!?；;\n]/u

/**
 * Where all of `words` (folded) stand in what one may read of a case, or null where one of them is missing. A word that
 * is part of `named` (the case's number, folded) needs no sentence. Each text is looked at as it was indexed.
 */
export function passagesOf(texts: readonly CaseText[], named: string, words: readonly string[]): Passage[] | null {
  const folded = texts.map(({ text }) => fold(text))
  const passages: Passage[] = []
  const shown = new Set<string>(words.filter((word) => named.includes(word)))
  for (const word of words) {
    if (shown.has(word)) continue
    const at = folded.findIndex((text) => text.includes(word))
    const text = texts[at]
    if (!text) return null
    const pieces = passage(text.text, word, words)
    for (const each of words)
      if (pieces.some(({ text: part, found }) => found && fold(part).includes(each))) shown.add(each)
    if (passages.length < MOST_PASSAGES) passages.push({ name: text.name, pieces })
  }
  return passages
}

/** The sentence around the first place of `word`, with every one of `words` marked. `word` is in the text. */
function passage(text: string, word: string, words: readonly string[]): Piece[] {
  const places = occurrences(text, words)
  const [first] = occurrences(text, [word])
  if (!first) return [{ text: '', found: false }]
  const from = sentenceBegin(text, first.from)
  const to = sentenceEnd(text, first.to)
  const pieces: Piece[] = [{ text: from.cut ? '…' : '', found: false }]
  let at = from.at
  for (const place of places.filter((each) => each.to > from.at && each.from < to.at)) {
    const begin = Math.max(place.from, at)
    const end = Math.min(place.to, to.at)
    pieces.push({ text: text.slice(at, begin), found: false }, { text: text.slice(begin, end), found: true })
    at = end
  }
  pieces.push({ text: text.slice(at, to.at) + (to.cut ? '…' : ''), found: false })
  return pieces.filter((piece) => piece.text !== '')
}

type Span = { from: number; to: number }

/** Every place of the folded words, in the text as it was written; where they overlap they are one. */
function occurrences(text: string, words: readonly string[]): Span[] {
  const { folded, origins } = withOrigins(text)
  const spans: Span[] = []
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const last = origins[at + word.length - 1]
      spans.push({ from: origins[at]?.from ?? 0, to: last?.to ?? text.length })
    }
  spans.sort((one, other) => one.from - other.from)
  return spans.reduce<Span[]>((joined, span) => {
    const before = joined.at(-1)
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to)
    else joined.push({ ...span })
    return joined
  }, [])
}

/** The folded text, and for each unit of it the code point it came from: one (½, ﷺ) may have become several. */
function withOrigins(text: string): { folded: string; origins: Span[] } {
  let folded = ''
  let from = 0
  const origins: Span[] = []
  for (const point of text) {
    const letters = foldPoint(point)
    const origin = { from, to: from + point.length }
    for (let unit = 0; unit < letters.length; unit++) origins.push(origin)
    folded += letters
    from = origin.to
  }
  return { folded, origins }
}

type Edge = { at: number; cut: boolean }

function sentenceBegin(text: string, from: number): Edge {
  for (let at = from; at > 0; at--) {
    if (SENTENCE_END.test(text[at - 1] ?? '')) return { at, cut: false }
    if (from - at >= BEFORE && !isInsidePair(text, at)) return { at, cut: true }
  }
  return { at: 0, cut: false }
}

function sentenceEnd(text: string, to: number): Edge {
  for (let at = to; at < text.length; at++) {
    if (SENTENCE_END.test(text[at] ?? '')) return { at: text[at] === '\n' ? at : at + 1, cut: false }
    if (at - to >= AFTER && !isInsidePair(text, at)) return { at, cut: true }
  }
  return { at: text.length, cut: false }
}

/** A character outside the basic plane is two units: no cut goes between them. */
const isInsidePair = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '')
