/** What a stretch of a mail is. Everything but `own` is kept, folded away, and likely to say who wrote. */
export type Stretch = { is: 'own' | 'quote' | 'forwarded' | 'signature' | 'footer'; text: string }
export type Kind = Stretch['is']

/** A longer line is a paragraph: no header, no card, no attribution. */
const LONGEST = 300

export const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === ''
export const isShort = (line: string): boolean => line.length <= LONGEST

/** The next line from here on that is not blank, within reach; -1 where there is none. */
export function nextSaid(lines: readonly string[], from: number, reach = 10): number {
  for (let at = from; at < Math.min(lines.length, from + reach); at++) if (!isBlank(lines[at])) return at
  return -1
}

const MARK = /^\s*(>|&gt;)/
export const isMarked = (line: string | undefined): boolean => MARK.test(line ?? '')
/** Whether the next line that is not blank is marked as somebody else’s. */
export const isMarkedBelow = (lines: readonly string[], at: number): boolean => isMarked(lines[nextSaid(lines, at + 1)])

/** What programs name of a mail that they quote. */
export const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,100}\.[^\s<>@]/
export const TIME = /\d{1,2}\s?[:：点时]\s?\d{1,2}/
