import { plainForm } from '#workflows/charsets/plain-form.ts'
import { textOfHtml } from './text-of-html.ts'

/** Beyond this nobody compares; both are told. */
const MOST_COMPARED = 100_000
/** Every sentence is looked for in all that the other half says: so many letters are gone through for it at most. */
const MOST_SEARCHED = 50_000_000
/** An address behind a link: programs tell it in their own ways, or not at all. */
const LINK = /[<[(][\x21-\x3b\x3d\x3f-\x7e]{1,500}[>\])]/g
const NUMBERING = /^\s*(\d{1,3}\.|\*)\s+/

/**
 * What a mail says that says it twice, as plain text and as a page. Some programs put a sentence about programs into the
 * plain half, or only the beginning. The plain text where it has every line of the page; otherwise the page, below those
 * lines of the plain text that the page has not.
 */
export function whichHalf(plain: string, html: string): string {
  const page = textOfHtml(html)
  if (letters(page) === '') return plain
  const [said, shown] = [letters(plain), letters(page)]
  if (said.includes(shown)) return plain
  if (said.length > MOST_COMPARED || shown.length > MOST_COMPARED) return `${plain.trimEnd()}\n\n${page}`
  const [ofPage, ofPlain] = [sentences(page), sentences(plain)]
  if (ofPage.length * said.length + ofPlain.length * shown.length > MOST_SEARCHED)
    return `${plain.trimEnd()}\n\n${page}`
  if (ofPage.every((one) => said.includes(one))) return plain
  const only = plain.split('\n').filter((line) => !sentences(line).every((one) => shown.includes(one)))
  return [...only, ...(only.length > 0 ? [''] : []), page].join('\n')
}

/** Whether each line is told, be it with other marks, breaks and blanks. */
export function isToldIn(text: string, said: string): boolean {
  if (text.length > MOST_COMPARED || said.length > MOST_COMPARED) return false
  const whole = letters(text)
  return said.split('\n').every((line) => whole.includes(letters(line)))
}

/** The lines, cut where a link stands, in letters alone. */
const sentences = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => line.replace(NUMBERING, '').split(LINK).map(letters))
    .filter(Boolean)

/** Programs break, indent and mark lines as they like: what is said is its letters and numbers. */
const letters = (text: string): string => plainForm(text).replace(/[^\p{L}\p{N}]+/gu, '')
