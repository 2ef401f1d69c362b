import { normalText } from '#workflows/protection/normal-text.ts'
import { realCharset } from '#workflows/charsets/real-charset.ts'

/** A line of any header, in the mail or in one inside it: it may say who wrote. */
const FIELD = /^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]/
const GOES_ON = /^[ \t]/

/** The beginning of the body of a mail that no reader could take apart, as text; its headers are left out. */
export function rawWords(raw: Buffer, most: number): string {
  const ends = [raw.indexOf('\n\n'), raw.indexOf('\n\r\n')].filter((at) => at >= 0)
  if (ends.length === 0) return ''
  const body = raw.subarray(Math.min(...ends)).subarray(0, most)
  const charset = realCharset(body, null) ?? 'gb18030'
  let inField = false
  const lines = new TextDecoder(charset).decode(body).split(/\r?\n/)
  const kept = lines.filter((line) => {
    inField = FIELD.test(line) || (inField && GOES_ON.test(line))
    return !inField
  })
  return normalText(kept.join('\n')).trim()
}
