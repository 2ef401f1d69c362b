import type { Head } from './quoting-heads.ts'
import { isBlank, isMarked, isShort, type Kind, nextSaid } from './stretch.ts'

/** More than so many of something: a sign that begins a person's line. */
const MORE_THAN = /^\s*(>|&gt;)\s?\d+(\.\d+)?\s?(?![年月日])[\p{Script=Han}%]/u
/** An item of a list that a person numbers. */
const ITEM =
  /^\s*(>|&gt;)\s?(第?[一二三四五六七八九十]{1,2}(是|[、，,.．）)])|第[一二三四五六七八九十]{1,2}|[（(]?\d{1,2}\s?[、.．）)](?!\d)|[（(][一二三四五六七八九十]{1,2}[)）]|[①-⑳]|其[一二三四五]|首先|其次|再次|最后)/
const ASKS = /[?？]\s*$/
/** A line that introduces a list, and one that sums it up. */
const INTRODUCES = /[:：]\s*$/
const WROTE = /(写道|寫道|wrote|说|回复)\s?[:：]\s*$/i
const SUMS_UP = /^\s*(以上|上述|上面|这些|这[几两二三四五六七八九十]|综上|如上)/

/**
 * People begin the items of a list with > too, and `>5张日报` is more than five. Such lines are the person's own, unless
 * they stand below a head or ask: then they are quoted.
 */
export function unmarkOwnLists(lines: readonly string[], kinds: Kind[], heads: readonly Head[]): void {
  const introduced = new Set(heads.map(({ to }) => nextSaid(lines, to + 1)))
  const firstHead = heads[0]?.from ?? lines.length
  for (let from = 0; from < lines.length; from++) {
    if (!isMarked(lines[from])) continue
    let to = from
    while (isMarked(lines[to + 1])) to++
    const block = lines.slice(from, to + 1)
    const isCounting = block.every((line) => MORE_THAN.test(line)) && !introduced.has(from)
    if (isCounting || (from < firstHead && isList(block, said(lines, from - 1, -1), said(lines, to + 1, 1))))
      kinds.fill('own', from, to + 1)
    from = to
  }
}

function isList(block: readonly string[], above: string, below: string): boolean {
  if (block.some((line) => !isShort(line) || ASKS.test(line) || /^\s*(>|&gt;)\s*(>|&gt;)/.test(line))) return false
  const isIntroduced = INTRODUCES.test(above) && !WROTE.test(above)
  return isIntroduced || SUMS_UP.test(below) || (block.length > 1 && block.every((line) => ITEM.test(line)))
}

/** The line that stands next in this direction, at most one line left free between; empty where none does. */
function said(lines: readonly string[], from: number, step: 1 | -1): string {
  const at = isBlank(lines[from]) ? from + step : from
  const line = lines[at] ?? ''
  return isShort(line) && !isMarked(line) ? line : ''
}
