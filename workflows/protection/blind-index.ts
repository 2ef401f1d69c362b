import { createHmac } from 'node:crypto'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import type { Keys } from './keys.ts'

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const LETTER = /[\p{L}\p{N}\p{M}]/u
/** Latin, digits and other alphabets: shorter runs would match half the texts. */
const RUN = 3

/**
 * The tokens under which a text is found: each pair of neighbours of which one is an ideograph, each run of three
 * letters or digits, as 32 bits of HMAC. Sorted, each once, signed as PostgreSQL's int4.
 */
export const indexTokens = (keys: Keys, text: string): number[] =>
  [...new Set([...grams(text)].map((gram) => token(keys, gram)))].sort((one, other) => one - other)

/**
 * The tokens a text must all have to contain `query`. Any part of a text has a subset of the text's tokens, so
 * nothing is missed; hits by chance are weeded out after decryption. Empty: the query is too short to search by.
 */
export const queryTokens = indexTokens

function grams(text: string): Set<string> {
  const found = new Set<string>()
  const letters = [...fold(text)]
  letters.forEach((letter, at) => {
    const next = letters[at + 1]
    if (!isWritten(letter) || !isWritten(next)) return
    if (isIdeograph(letter) || isIdeograph(next)) {
      found.add(letter + next)
      return
    }
    const run = letters.slice(at, at + RUN)
    if (run.length === RUN && run.every((one) => isWritten(one) && !isIdeograph(one))) found.add(run.join(''))
  })
  return found
}

/**
 * Case and width folded, what cannot be seen left out: in this form texts are indexed, and hits confirmed. One code point
 * at a time, so that a part of a text folds to a part of the folded text.
 */
export const fold = (text: string): string => Array.from(text, foldPoint).join('')

/** What one code point folds to: nothing, itself, or (½, ﷺ) several. */
export function foldPoint(point: string): string {
  const known = FOLDED.get(point)
  if (known !== undefined) return known
  const folded = plainForm(point)
    .toLowerCase()
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
  FOLDED.set(point, folded)
  return folded
}
/** Worked out once for each code point that was ever met: it says nothing of where. */
const FOLDED = new Map<string, string>()

const isWritten = (letter: string | undefined): letter is string => letter !== undefined && LETTER.test(letter)
const isIdeograph = (letter: string) => IDEOGRAPH.test(letter)

const token = (keys: Keys, gram: string) => createHmac('sha256', keys.search).update(gram).digest().readInt32BE()
