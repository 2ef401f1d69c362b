import { digitsIn, type WrittenDigit } from './written-digits.ts'

export type NumberKind = 'phone' | 'idCard' | 'bankCard'
/** Offsets in UTF-16 units. */
export type FoundNumber = { start: number; end: number; kind: NumberKind }

/** So many signs and blanks may stand between two digits of one number. */
const MOST_BETWEEN = 4
const LETTER = /[\p{L}\p{N}]/u
/** Before a number too short to be known as a telephone's by itself. */
const TELEPHONE = /(?:电话|座机|固话|分机|传真|手机|联系方式|来电|tel|phone)[^\p{L}\p{N}]{0,4}$/iu
const BANK = /(?:银行卡|卡号|账号|帐号|账户|帐户|存折)[^\p{L}\p{N}]{0,4}$/u
/** Long enough for the label and what stands after it. */
const LABEL = 12

const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/
const LANDLINE = /^(?:(?:00)?86)?0(?:10|2\d|[3-9]\d{2})\d{7,8}$/
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const ID_CARD = new RegExp(`^[1-9]\\d{5}(?:19|20)\\d{2}${DAY}\\d{3}`)
const OLD_ID_CARD = new RegExp(`^[1-9]\\d{7}${DAY}\\d{3}$`)

/**
 * Telephones, identity cards (18 and 15 places) and bank cards, in any writing of digits: in groups, with dots, in full
 * width, in Chinese numerals as they are said aloud. Looks at each beginning of a group once: time grows with the text.
 */
export function identifyingNumbers(text: string): FoundNumber[] {
  return chainsIn(text).flatMap((chain) => {
    const found: FoundNumber[] = []
    for (let from = 0; from < chain.length; ) {
      const one = isBeginning(chain, from) ? longestFrom(text, chain, from) : null
      if (one) found.push({ start: chain[from]?.start ?? 0, end: one.end, kind: one.kind })
      from += one?.digits ?? 1
    }
    return found
  })
}

/** Digits that nothing but some signs stands between. */
function chainsIn(text: string): WrittenDigit[][] {
  const chains: WrittenDigit[][] = []
  let last: WrittenDigit | undefined
  for (const digit of digitsIn(text)) {
    const between = last && text.slice(last.end, digit.start)
    const goesOn = between !== undefined && between.length <= MOST_BETWEEN && !LETTER.test(between)
    if (goesOn) chains.at(-1)?.push(digit)
    else chains.push([digit])
    last = digit
  }
  return chains
}

/** A number begins and ends where a group does: in 2026101213800138000 no telephone is looked for. */
function isBeginning(chain: readonly WrittenDigit[], at: number): boolean {
  const [before, digit] = [chain[at - 1], chain[at]]
  if (!before || !digit) return true
  // numerals have no groups, and eleven of them in a row are no words
  return before.end < digit.start || before.chinese !== digit.chinese || digit.chinese
}

type Longest = { digits: number; end: number; kind: NumberKind }

function longestFrom(text: string, chain: readonly WrittenDigit[], from: number): Longest | null {
  const digits = chain.slice(from, from + LONGEST)
  const values = digits.map(({ value }) => value).join('')
  const endOf = (length: number) => digits[length - 1]?.end ?? 0
  if (ID_CARD.test(values)) {
    const end = endOf(17)
    const check = /^[^\p{L}\p{N}]{0,2}[xXｘＸ]/u.exec(text.slice(end, end + 3))
    if (check) return { digits: 17, end: end + check[0].length, kind: 'idCard' }
  }
  for (let length = Math.min(LONGEST, values.length); length >= SHORTEST; length--) {
    if (!isBeginning(chain, from + length)) continue
    const kind = kindOf(values.slice(0, length), () =>
      text.slice(Math.max(0, (digits[0]?.start ?? 0) - LABEL), digits[0]?.start),
    )
    if (kind) return { digits: length, end: endOf(length), kind }
  }
  return null
}
const LONGEST = 19
const SHORTEST = 7

function kindOf(values: string, before: () => string): NumberKind | null {
  const { length } = values
  if (length === 18 && ID_CARD.test(values)) return 'idCard'
  // a card of ours by its beginning, though a sign of it be mistyped; another's by its check digit
  if (length >= 16 && (values.startsWith('62') || (/^[3-69]/.test(values) && fitsLuhn(values)))) return 'bankCard'
  if (MOBILE.test(values) || LANDLINE.test(values)) return 'phone'
  if (length === 15 && OLD_ID_CARD.test(values)) return 'idCard'
  if (length <= 8) return TELEPHONE.test(before()) ? 'phone' : null
  return BANK.test(before()) ? 'bankCard' : null
}

/** The check digit of bank cards (ISO/IEC 7812). */
function fitsLuhn(values: string): boolean {
  let sum = 0
  for (let at = 0; at < values.length; at++) {
    const digit = Number(values[values.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}
