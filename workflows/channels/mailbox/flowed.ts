const FLOWED = /;\s*format\s*=\s*"?flowed\b/i
const DELSP = /;\s*delsp\s*=\s*"?yes\b/i
const FORMAT = /;\s*(format|delsp)\s*=\s*("[^"]*"|[^\s;]*)/gi

/** Whether lines of others stand in a text whose lines flow: only there does it matter how deep a line is quoted. */
export const isFlowedQuote = (type: string, text: string): boolean => FLOWED.test(type) && /^>/m.test(text)

/** The type without what it says of flowing lines. */
export const withoutFlow = (type: string): string => type.replace(FORMAT, '')

/** Flowing lines put together (RFC 3676 §4.5): a paragraph ends where the depth of its marks changes. */
export function unflowed(text: string, type: string): string {
  const isDelSp = DELSP.test(type)
  const lines: string[] = []
  let open: { depth: number; said: string } | null = null
  for (const line of text.split(/\r?\n/)) {
    // a blank that begins a line is stuffing
    const marks = /^(?:> ?)+|^ ?/.exec(line)?.[0] ?? ''
    const depth = marks.replaceAll(' ', '').length
    const said = line.slice(marks.length)
    const isOneMore: boolean = open !== null && open.depth === depth
    if (open && !isOneMore) lines.push(marked(open))
    const whole: string = open && isOneMore ? open.said + said : said
    const isOpen = said.endsWith(' ') && said !== '-- '
    if (isOpen) open = { depth, said: isDelSp ? whole.slice(0, -1) : whole }
    else {
      lines.push(marked({ depth, said: whole }))
      open = null
    }
  }
  if (open) lines.push(marked(open))
  return lines.join('\n')
}

const marked = ({ depth, said }: { depth: number; said: string }): string =>
  depth > 0 ? `${'>'.repeat(depth)} ${said}` : said
