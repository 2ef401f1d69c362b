import type { MimePart } from './mime-parts.ts'

type OpenBox = { boundary: string; head: MimePart }

/** The boxes that are open at a line of a mail, innermost last, and those that were closed and may have been so too early. */
export function openBoxes() {
  const open: OpenBox[] = []
  const closed: (OpenBox & { depth: number; dashes: number })[] = []
  const closers: number[] = []

  const forget = (depth: number) => {
    for (let at = closed.length - 1; at >= 0; at--) if ((closed[at]?.depth ?? 0) > depth) closed.splice(at, 1)
  }
  const isKnown = (boundary: string): boolean =>
    open.some((box) => box.boundary === boundary) || closed.some((box) => box.boundary === boundary)

  return {
    closers,
    innermost: (): MimePart | null => open.at(-1)?.head ?? null,
    open: (box: OpenBox): void => {
      forget(open.length - 1)
      open.push(box)
    },
    knows: (line: string): boolean => isKnown(line) || (line.endsWith('--') && isKnown(line.slice(0, -2))),
    /** A line that is a boundary, without its first dashes: whether a part begins after it. */
    meet: (line: string, at: number): boolean => {
      const closes = !isKnown(line)
      const boundary = closes ? line.slice(0, -2) : line
      const depth = open.findIndex((box) => box.boundary === boundary)
      const box = open[depth]
      if (box) {
        open.length = closes ? depth : depth + 1
        forget(depth)
        if (closes) closed.push({ ...box, depth, dashes: at + 2 + boundary.length })
        return !closes
      }
      const again = closed.find((each) => each.boundary === boundary)
      if (closes || !again) return false
      open.length = again.depth
      open.push({ boundary, head: again.head })
      closed.splice(closed.indexOf(again), 1)
      closers.push(again.dashes)
      return true
    },
  }
}

/** How far into a body a boundary that its header does not name is looked for. */
const LOOK = 64 * 1024
/** Of one that is taken for a boundary by its looks: RFC 2046 allows 70. */
const LONGEST = 200

/**
 * The boundary that parts are really divided by, where the header names none, or one that never comes: by its looks. What
 * stands behind a boundary of a box around it (`isTaken`) is not its own.
 */
export function guessedBoundary(raw: Buffer, from: number, isTaken: (line: string) => boolean): string | null {
  const start = raw.toString('latin1', from, from + LOOK)
  for (const [, line = '', field] of start.matchAll(/(?:^|\n)--(\S[^\r\n]{0,999})(?=\r?\n(content-)?)/gi)) {
    const boundary = line.trimEnd()
    if (isTaken(boundary)) return null
    if (field && boundary.length <= LONGEST && !boundary.includes('"')) return boundary
  }
  return null
}
