/** Letters by their number, as pages write them: above Latin nobody writes them in a plain text. */
const NUMBERED = /&#(?:x([\da-f]{3,6})|(\d{3,7}));/gi
const NAMED: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  middot: '·',
}
const FIRST = 0x2000

/** A plain text whose letters some program wrote by their numbers; any other text stays as it is. */
export function withoutEntities(text: string): string {
  let isWritten = false
  const numbered = text.replace(NUMBERED, (all, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (code < FIRST || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return all
    isWritten = true
    return String.fromCodePoint(code)
  })
  return isWritten
    ? numbered.replace(/&([a-z]{2,6});/gi, (all, name: string) => NAMED[name.toLowerCase()] ?? all)
    : numbered.replace(/&nbsp;/gi, ' ')
}
