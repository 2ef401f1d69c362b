/** A leaf of a mail, or a head that others hang from: where its header and its body lie in the raw bytes. */
export type MimePart = { header: [from: number, to: number]; body: [from: number, to: number]; leaf: boolean }

/** More than any person sends; a mail made to choke its reader has a million. */
const MOST_PARTS = 1000
export class TooManyParts extends Error {}

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d

/**
 * The parts of a mail by their place, in order, in one pass over its lines. It decodes nothing and forgives everything:
 * boundaries that never come, headers that never end. Throws TooManyParts.
 */
export function mimeParts(raw: Buffer): MimePart[] {
  const parts: MimePart[] = []
  const boundaries: string[] = []
  let at = begin(0)
  while (at < raw.length) {
    const end = endOfLine(at)
    if (isBoundary(at, end)) {
      close(at)
      at = begin(end)
    } else at = end
  }
  close(raw.length)
  return parts

  function endOfLine(from: number): number {
    const found = raw.indexOf(LF, from)
    return found < 0 ? raw.length : found + 1
  }
  function isBoundary(from: number, to: number): boolean {
    if (raw[from] !== DASH || raw[from + 1] !== DASH || boundaries.length === 0 || to - from > 1000) return false
    const line = raw.toString('latin1', from + 2, to).trimEnd()
    return boundaries.some((boundary) => line === boundary || line === `${boundary}--`)
  }
  /** Reads a header that begins here; answers with where its body begins. */
  function begin(from: number): number {
    if (parts.length >= MOST_PARTS) throw new TooManyParts()
    let to = from
    while (to < raw.length) {
      const end = endOfLine(to)
      const isBlank = end - to === 1 || (end - to === 2 && raw[to] === CR)
      if (isBlank || isBoundary(to, end)) break
      to = end
    }
    const header = raw.toString('latin1', from, Math.min(to, from + 100_000))
    const boundary = /^content-type:\s*multipart\/[^]*?boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/im.exec(header)
    const named = boundary?.[1] ?? boundary?.[2]
    if (named) boundaries.push(named)
    const bodyFrom = to < raw.length && !isBoundary(to, endOfLine(to)) ? endOfLine(to) : to
    // a mail inside a mail has a header of its own, which says how its own words are written
    const nested = /^content-type:\s*message\/rfc822/im.test(header)
    parts.push({ header: [from, to], body: [bodyFrom, bodyFrom], leaf: !named && !nested })
    return nested ? begin(bodyFrom) : bodyFrom
  }
  function close(to: number): void {
    const last = parts.at(-1)
    if (last) last.body[1] = Math.max(last.body[0], to)
  }
}
