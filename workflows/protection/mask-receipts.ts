import { linksIn, type MayOpen, type Span } from './find-receipts.ts'

/** Stands where a receipt code was: whoever reads the text must not be able to open the thread. */
export const MASK = '〔查询码已隐去〕'
/** Stands where the token of a link was. */
const NO_TOKEN = '…'

/** The text with these codes and tokens masked, however they were written, and with the token of every link of ours. */
export function maskReceipts(text: string, known: readonly MayOpen[]): string {
  const spans = [
    ...known.flatMap(({ is, spans }) => spans.map((span) => ({ span, by: is === 'code' ? MASK : NO_TOKEN }))),
    ...linksIn(text).map((span) => ({ span, by: NO_TOKEN })),
  ]
  return spans.length === 0 ? text : replaced(text, spans)
}

function replaced(text: string, spans: { span: Span; by: string }[]): string {
  const parts: string[] = []
  let done = 0
  let last = ''
  for (const {
    span: [start, end],
    by,
  } of spans.sort((one, other) => one.span[0] - other.span[0] || other.span[1] - one.span[1])) {
    if (end <= done) continue
    // two readings of the same place are one code
    if (start >= done) {
      parts.push(text.slice(done, start))
      last = ''
    }
    if (last !== by) parts.push(by)
    last = by
    done = end
  }
  return parts.join('') + text.slice(done)
}
