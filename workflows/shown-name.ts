import { plainForm } from '#workflows/charsets/plain-form.ts'
import { normalText } from '#workflows/protection/normal-text.ts'

/** A name as it is stored: on one line, without what cannot be seen. Empty where nothing of it can be. */
export function shownName(typed: string): string {
  const name = normalText(typed)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  // there are letters that show nothing: the fillers of Hangul
  const seen = plainForm(name).replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return /[\p{L}\p{N}]/u.test(seen) ? name : ''
}

/** The names in a text, each once; they are parted by 、 or ; or a new line. */
export const namesIn = (typed: string): string[] => [
  ...new Set(
    normalText(typed)
      .split(/[、,，;；\n]/)
      .map(shownName)
      .filter(Boolean),
  ),
]

/** The same for names that people take for one: case, width and blanks make no difference. */
export const nameKey = (name: string): string => plainForm(shownName(name)).toLowerCase().replace(/\s/g, '')
