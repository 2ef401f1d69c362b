import { guessedBoundary, openBoxes } from './boundaries.ts'

/** A leaf of a mail, or a head that others hang from: where its header and its body lie in the raw bytes. */
export type MimePart = {
  header: [from: number, to: number]
  body: [from: number, to: number]
  leaf: boolean
  /** what kind of box it is: `mixed`, `alternative`, `digest`, …; null for a leaf */
  kind: string | null
  /** the box it lies in; null for the whole mail */
  parent: MimePart | null
  /** its header ends without the blank line that should follow it */
  unspaced: boolean
  /** what its header should have said: the boundary that its parts really have, or that it is no box at all */
  really: { boundary: string } | 'text' | null
}

/** The nearest box around a part of which a reader shows one of its parts only. */
export function alternativeAround(part: MimePart): MimePart | null {
  let box = part.parent
  while (box && box.kind !== 'alternative') box = box.parent
  return box
}

/** More than any person sends; a mail made to choke its reader has a million. */
export const MOST_PARTS = 1000
export class TooManyParts extends Error {}

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d
const LONGEST_HEADER = 100_000
/** RFC 5322 §2.2: what stands before the colon; or the rest of a line above. */
const HEADER_LINE = /^([\x21-\x39\x3b-\x7e]+[ \t]*:|[ \t])/
const SURELY_HEADER =
  /^(received|from|to|cc|subject|date|message-id|mime-version|return-path|reply-to|content-(type|transfer-encoding|disposition))[ \t]*:/im

/**
 * The parts of a mail by their place, in order, in one pass over its lines. It decodes nothing and forgives everything:
 * boundaries that never come, or are others than the header says, headers that never end. `closers`: where the two
 * dashes stand that call a boundary the last though it comes again. Throws TooManyParts.
 */
export function mimeParts(raw: Buffer): { parts: MimePart[]; closers: number[] } {
  const parts: MimePart[] = []
  const boxes = openBoxes()
  let current: MimePart | null = null
  let at = begin(0)
  while (at < raw.length) {
    const end = endOfLine(at)
    const line = boundaryAt(at, end)
    if (line) {
      finish(at)
      const begins = boxes.meet(line, at)
      at = begins ? begin(end) : end
    } else at = end
  }
  finish(raw.length)
  return { parts, closers: boxes.closers }

  function endOfLine(from: number): number {
    const found = raw.indexOf(LF, from)
    return found < 0 ? raw.length : found + 1
  }
  function boundaryAt(from: number, to: number): string | null {
    if (raw[from] !== DASH || raw[from + 1] !== DASH || to - from > 1000) return null
    const line = raw.toString('latin1', from + 2, to).trimEnd()
    return boxes.knows(line) ? line : null
  }
  /** Reads a header that begins here; answers with where its body begins. */
  function begin(from: number): number {
    if (parts.length >= MOST_PARTS) throw new TooManyParts()
    const { to, bodyFrom, unspaced } = headerFrom(from)
    const header = raw.toString('latin1', from, Math.min(to, from + LONGEST_HEADER))
    const box = /^content-type[ \t]*:\s*multipart\/([\w.+-]+)(?:[^\n]|\n[ \t])*/im.exec(header)
    const part: MimePart = {
      header: [from, to],
      body: [bodyFrom, bodyFrom],
      leaf: !box,
      kind: box?.[1]?.toLowerCase() ?? null,
      parent: boxes.innermost(),
      unspaced,
      really: null,
    }
    parts.push(part)
    current = part
    if (box) openBox(part, box[0])
    return bodyFrom
  }
  function openBox(part: MimePart, field: string): void {
    const named = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(field)
    const said = (named?.[1] ?? named?.[2])?.trimEnd()
    const comes = said && raw.indexOf(`--${said}`, part.body[0], 'latin1') >= 0
    const boundary = comes ? said : guessedBoundary(raw, part.body[0], boxes.knows)
    if (!comes) part.really = boundary ? { boundary } : 'text'
    if (boundary) boxes.open({ boundary, head: part })
    else Object.assign(part, { leaf: true, kind: null })
  }
  function headerFrom(from: number): { to: number; bodyFrom: number; unspaced: boolean } {
    let to = from
    while (to < raw.length) {
      const end = endOfLine(to)
      if (end - to === 1 || (end - to === 2 && raw[to] === CR)) return { to, bodyFrom: end, unspaced: false }
      if (boundaryAt(to, end)) break
      if (!isHeader(to, from)) return { to, bodyFrom: to, unspaced: true }
      to = end
    }
    return { to, bodyFrom: to, unspaced: false }
  }
  /** A line without a name and a colon ends the header, unless more of it follows before the next blank line or boundary. */
  function isHeader(line: number, from: number): boolean {
    const start = raw.toString('latin1', line, line + 200)
    if (HEADER_LINE.test(start) && (line > from || !/^[ \t]/.test(start))) return true
    if (line === from || start.startsWith('--')) return false
    const rest = raw.toString('latin1', line, line + 4000)
    return SURELY_HEADER.test(rest.slice(0, /\n(\r?\n|--)/.exec(rest)?.index))
  }
  function finish(to: number): void {
    if (current) current.body[1] = Math.max(current.body[0], to)
    current = null
  }
}
