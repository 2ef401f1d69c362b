/** A field that ends within an encoded word. */
const OPEN = /^[\x21-\x39\x3b-\x7e]{1,80}:[^\n]{0,2000}=\?[^?\s]{1,40}\?[bq]\?[^?\n]{0,2000}\??\r?\n$/i
/** The rest of that word, on a line of its own. */
const REST = /^[^?:\n]{0,2000}\?=/
const FIELD = /^[\x21-\x39\x3b-\x7e]{1,80}:/
const FOLDED = /^[ \t]+\S/
const BLANK = /^\r?\n$/
const MOST_LINES = 60
const ENOUGH = 64 * 1024

/**
 * A header that a line end within an encoded word of it tore apart: the rest of the word stands below other fields, or
 * below a blank line that ends the header too early. The word is put together, and the header with it.
 */
export function withWholeWord(mail: Buffer): Buffer {
  const start = mail.toString('latin1', 0, ENOUGH)
  const lines = start.split(/(?<=\n)/).slice(0, MOST_LINES)
  const open = lines.findIndex((line) => OPEN.test(line))
  if (open < 0 || lines.slice(0, open).some((line) => BLANK.test(line))) return mail
  let at = open + 1
  while (at < lines.length && (FIELD.test(lines[at] ?? '') || FOLDED.test(lines[at] ?? ''))) at++
  const between = lines.slice(open + 1, at)
  if (BLANK.test(lines[at] ?? '')) at++
  if (!REST.test(lines[at] ?? '') || between.some((line, here) => here === 0 && FOLDED.test(line))) return mail
  let to = at + 1
  while (FOLDED.test(lines[to] ?? '')) to++
  const field = `${(lines[open] ?? '').trimEnd()}${lines.slice(at, to).join('')}`
  const before = lines.slice(0, to).join('').length
  const head = [...lines.slice(0, open), field, ...between].join('')
  return Buffer.concat([Buffer.from(head, 'latin1'), mail.subarray(before)])
}
