import { type CardLine, cardLine, isOfAnother, isSentence } from './card-lines.ts'
import { isBlank, type Kind, nextSaid } from './stretch.ts'

/** `-- ` with its blank is the mark of mail programs; without it people draw it too. */
const MARK = /^--\s?$/
const SURE_MARK = /^-- $/
const MOST_BELOW = 30
const LONGEST_CARD = 20
const CLOSING = /^\s*(此致|敬礼|顺祝|祝好|谢谢|敬上|致敬)/
/** What begins a list, or names whom the letter is about. */
const INTRODUCES = /[:：]\s?$/
const INTRODUCES_ME = /联系|署名|落款|签名|反映人|举报人|投诉人|来信人/

/** What stands below the mark of a signature, as long as it is no sentence. */
export function signaturesByMark(lines: readonly string[], kinds: Kind[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (kinds[at] !== 'own' || !MARK.test(line)) continue
    let last = at
    for (let here = at + 1; here < Math.min(lines.length, at + MOST_BELOW) && isSigned(here); here++)
      if (!isBlank(lines[here])) last = here
    const below = nextSaid(lines, at + 1)
    const isEmpty = below < 0 || (last === at && kinds[below] !== 'own')
    if (isEmpty || (last > at && (SURE_MARK.test(line) || showsSomebody(at, last)))) fill(kinds, at, last)
    at = last
  }

  function isSigned(here: number): boolean {
    return kinds[here] === 'signature' || (kinds[here] === 'own' && !isSentence(lines[here] ?? ''))
  }
  function showsSomebody(from: number, to: number): boolean {
    const rows = lines.slice(from + 1, to + 1)
    return rows.some((row, at) => {
      const card = cardLine(row)
      return kinds[from + 1 + at] === 'signature' || card?.reach || card?.name || card?.office
    })
  }
}

/** The last lines of what the person wrote, before the end or before what others wrote: name, post and number. */
export function cardsAtTheEnd(lines: readonly string[], kinds: Kind[]): void {
  let isAnyOwn = false
  for (let from = 0; from < lines.length; from++) {
    if (kinds[from] !== 'own') continue
    let to = from
    while (to + 1 < lines.length && kinds[to + 1] === 'own') to++
    // a line alone between what others wrote is an answer
    const isEnd = isAnyOwn && isBlank(lines[from]) && isLast(kinds, to)
    const card = to > from || isEnd ? cardAbove(lines, from, to) : null
    if (card !== null && (isEnd || hasWords(lines, from, card))) fill(kinds, card, to)
    isAnyOwn ||= hasWords(lines, from, to + 1)
    from = to
  }
}

const isLast = (kinds: readonly Kind[], to: number): boolean => kinds.indexOf('own', to + 1) < 0
const hasWords = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to).some((line) => !isBlank(line))

/** Where a card begins that ends with this line; null where what stands here tells too little of somebody. */
function cardAbove(lines: readonly string[], from: number, to: number): number | null {
  let begins: number | null = null
  const shown: CardLine[] = []
  let at = to
  while (at >= from && shown.length < LONGEST_CARD) {
    if (isBlank(lines[at])) {
      at--
      continue
    }
    let top = at
    while (top > from && !isBlank(lines[top - 1]) && at - top < LONGEST_CARD) top--
    const rows = lines.slice(top, at + 1)
    if (rows.some(isOfAnother)) break
    const block = rows.map(cardLine)
    const known = block.filter((line) => line !== null)
    // a whole paragraph of short lines that is mostly a card is one, with what is unusual in it
    const isWhole: boolean =
      known.length * 2 >= block.length && (begins === null || known.length === block.length) && !rows.some(isSentence)
    const first: number = isWhole ? 0 : block.findLastIndex((line) => line === null) + 1
    if (first >= block.length) break
    shown.push(...block.slice(first).filter((line) => line !== null))
    begins = top + first
    if (!isWhole) break
    at = top - 1
  }
  if (begins === null) return null
  const above = lines.slice(from, begins).findLast((line) => !isBlank(line)) ?? ''
  if (INTRODUCES.test(above) && !INTRODUCES_ME.test(above)) return null
  return tellsWho(shown, CLOSING.test(above)) ? begins : null
}

function tellsWho(shown: readonly CardLine[], isClosed: boolean): boolean {
  const has = (what: keyof CardLine) => shown.some((line) => line[what])
  if (has('reach')) return true
  return has('name') && (has('office') || has('date') || isClosed)
}

const fill = (kinds: Kind[], from: number, to: number): void => {
  for (let at = from; at <= to; at++) kinds[at] = 'signature'
}
