import type { Head } from './quoting-heads.ts'
import { ADDRESS, isBlank, isMarked, isMarkedBelow, isShort, TIME } from './stretch.ts'

const DATE =
  /\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}\s?月\s?\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|\b\d{1,2}\.?\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i
/** The line above what somebody else wrote; people write it too, of a notice or a leader. */
const WROTE = /(写道|寫道|写入|wrote|schrieb|a écrit)\s?[:：]?\s*$/i
/** How a program begins it, where it breaks the line after its date, or within the brackets of the address. */
const BEGINS = /^\s?(在|于|於|On|Am|Le)\s?\S/
const IS_OPEN = /<[^<>]{0,200}$/
const MOST_LINES = 3

/** Where it is not marked below, only an address and a date together are a program's words. */
export function attribution(lines: readonly string[], at: number): Head | null {
  if (!WROTE.test(lines[at] ?? '')) return null
  const from = firstLine(lines, at)
  const said = lines.slice(from, at + 1).join(' ')
  const [address, date] = [ADDRESS.test(said), DATE.test(said) || TIME.test(said)]
  if (!(address && date) && !((address || date) && isMarkedBelow(lines, at))) return null
  return { from, to: at, is: 'quote', isSure: true }
}

/** The line on which the attribution begins that ends here. */
function firstLine(lines: readonly string[], at: number): number {
  for (let from = at - 1; from > at - MOST_LINES && from >= 0; from--) {
    const line = lines[from] ?? ''
    if (isBlank(line) || !isShort(line) || isMarked(line) || /[。！？!?:：]\s?$/.test(line)) break
    if (BEGINS.test(line) || IS_OPEN.test(line)) return from
  }
  return at
}

/** The longest attribution that is looked for at the end of a line. */
const LONGEST = 250
/** Where one may begin behind a person’s words: at its preposition and date, or behind the end of a sentence. */
const MAY_BEGIN =
  /(?=(?:在|于|於)\s?\d{4}\s?[-/.年]|(?:在|于|於)\s?\d{1,2}月|\bOn\s(?:\w{3,9},?\s){1,2}\d)|(?<=[。！？!?；;…~～])/g
/** The rule of a program right behind the last word. */
const RULE_BEHIND =
  /(?<=[^\s\-_—－=>|])\s*[-_—－=]{4,}\s*(?:原始邮件|原邮件|回复的原邮件|Original(?: Message)?)\s*[-_—－=]{4,}\s*$/i

/** Where words of the person and what a program puts above a quote stand on one line: that line in two. */
export function linesApart(text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    if (isMarked(line)) return [line]
    const cut = beginOfHead(line, () => isMarkedBelow(lines, at))
    return cut > 0 ? [line.slice(0, cut), line.slice(cut)] : [line]
  })
}

function beginOfHead(line: string, isMarkedNext: () => boolean): number {
  const start = Math.max(0, line.length - LONGEST)
  const end = line.slice(start)
  const rule = RULE_BEHIND.exec(end)
  if (rule) return start + rule.index
  if (!WROTE.test(end)) return -1
  // the last place from which on it is whole
  for (const { index } of [...end.matchAll(MAY_BEGIN)].reverse()) {
    const said = end.slice(index)
    const isWhole = DATE.test(said) && (ADDRESS.test(said) || (/[，,]/.test(said) && isMarkedNext()))
    if (start + index > 0 && isWhole && line.slice(0, start + index).trim() !== '') return start + index
  }
  return -1
}
