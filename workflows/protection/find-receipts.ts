import { readLinkToken } from './link-token.ts'
import { isReceipt } from './receipt-code.ts'
import { placeOf, type TextView, viewsOf } from './text-views.ts'
import { digitsIn, type WrittenDigit } from './written-digits.ts'

/** A stretch of a text, in UTF-16 units. */
export type Span = readonly [start: number, end: number]
/** What may be a receipt code, or the token of a link that shows one: only the database knows whether it is one. */
export type MayOpen = { is: 'code' | 'token'; key: string; spans: Span[] }

const CODE = 20
const TOKEN = 22
const TOKEN_RUN = /[\w-]{22,}/g
/** The address in our acknowledgement: whatever stands after it in the place of a token is hidden, known here or not. */
const LINK = /from-mail[^\p{L}\p{N}]{0,12}t[^\p{L}\p{N}…]{1,12}/giu
const LETTER = /[\p{L}\p{N}]/u

/**
 * Every place that could be read as a receipt code or as a link's token, in whatever writing: a code's twenty digits
 * in any form with anything between them, a token anywhere, either of them inside what mail programs, gateways and
 * messengers make of a link. Wider than what `/follow` reads, for people put digits together too; a number that only
 * looks like a code is told from one by its check digit and then by the database. Time grows with the text's length.
 */
export function mayOpen(text: string): MayOpen[] {
  return viewsOf(text).flatMap((view) => {
    const digits = digitsIn(view.text)
    // 一 is a word as well as a digit: codes are looked for with and without such words
    const plain = digits.filter(({ chinese }) => !chinese)
    const mixed = plain.length < digits.length ? codesIn(view, digits) : []
    return [...codesIn(view, plain), ...mixed, ...tokensIn(view)]
  })
}

/** The links of acknowledgements, by their address alone. */
export function linksIn(text: string): Span[] {
  return viewsOf(text).flatMap((view) =>
    [...view.text.matchAll(LINK)].flatMap(({ 0: address, index }) => {
      const from = index + address.length
      const to = endOfToken(view.text, from)
      return to > from ? [placeOf(view, from, to)] : []
    }),
  )
}

function codesIn(view: TextView, digits: readonly WrittenDigit[]): MayOpen[] {
  const found: MayOpen[] = []
  const values = digits.map(({ value }) => value).join('')
  for (let at = 0; at + CODE <= digits.length; at++) {
    const key = values.slice(at, at + CODE)
    if (isReceipt(key)) found.push({ is: 'code', key, spans: spansOf(view, digits.slice(at, at + CODE)) })
  }
  return found
}

/** Digits with nothing but signs and blanks between them are one stretch; words between them stay. */
function spansOf(view: TextView, digits: readonly WrittenDigit[]): Span[] {
  const spans: Span[] = []
  let from = 0
  let to = 0
  for (const { start, end } of digits) {
    const isNext = to > 0 && start - to <= MOST_BETWEEN && !LETTER.test(view.text.slice(to, start))
    if (!isNext && to > 0) spans.push(placeOf(view, from, to))
    if (!isNext) from = start
    to = end
  }
  return [...spans, placeOf(view, from, to)]
}
/** Farther apart, what is between is left as it is. */
const MOST_BETWEEN = 200

function tokensIn(view: TextView): MayOpen[] {
  const found: MayOpen[] = []
  for (const { 0: run, index } of view.text.matchAll(TOKEN_RUN))
    for (let at = 0; at + TOKEN <= run.length; at++) {
      const key = run.slice(at, at + TOKEN)
      if (readLinkToken(key)) found.push({ is: 'token', key, spans: [placeOf(view, index + at, index + at + TOKEN)] })
    }
  return found
}

/** A token as it stands there, also where a program broke its line and put a mark of quotation before the rest. */
function endOfToken(text: string, from: number): number {
  let read = 0
  let end = from
  for (let at = from; at < text.length && at - end < MOST_BROKEN && read < LONGEST; at++) {
    const unit = text[at] ?? ''
    // all of it is there: what follows after a blank is something else
    if (read >= TOKEN && at > end) break
    if (/[\w%-]/.test(unit)) {
      read++
      end = at + 1
    } else if (!/[\s>|=\p{Cf}]/u.test(unit)) break
  }
  return end
}
const MOST_BROKEN = 8
/** Far more than a token with whatever a program put behind it. */
const LONGEST = 200
