import type { Turn } from './call.ts'
import { turnsOfCues } from './subtitles.ts'

/** What the format says where a file does not. */
const FIELDS = ['Layer', 'Start', 'End', 'Style', 'Name', 'MarginL', 'MarginR', 'MarginV', 'Effect', 'Text']
/** Styles that say nothing of who speaks. */
const NO_STYLE = /^\*?default$/i

/** Whether a text is one of subtitles in ASS or SSA. */
export const isAss = (text: string): boolean =>
  /^\uFEFF?\s{0,99}\[Script Info\]/i.test(text) || /^Dialogue:[^\n,]{0,20},\d+:\d{2}:\d{2}/m.test(text)

/** What was said in ASS or SSA, by whom its Name or its Style names. */
export function turnsOfAss(text: string): Turn[] {
  let fields = FIELDS
  let isEvents = false
  const cues: { who?: string; said: string }[] = []
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.startsWith('[')) isEvents = /^\[Events\]/i.test(line)
    const [, format] = /^Format:(.*)$/i.exec(line) ?? []
    if (format !== undefined && isEvents) fields = format.split(',').map((field) => field.trim())
    const [, said] = /^Dialogue:(.*)$/i.exec(line) ?? []
    if (said === undefined) continue
    const cells = said.split(',')
    // its text is the last field, and has commas
    const cell = (name: string) => cells[fields.findIndex((field) => field.toLowerCase() === name)]?.trim() ?? ''
    const style = cell('style')
    const who = cell('name') || cell('actor') || (NO_STYLE.test(style) ? '' : style)
    const words = cells.slice(fields.length - 1).join(',')
    const plain = words
      .replace(/\{[^{}]*\}/g, '')
      .replace(/\\[Nn]/g, '\n')
      .replace(/\\h/g, ' ')
      .trim()
    cues.push({ ...(who && { who }), said: plain })
  }
  return turnsOfCues(cues)
}
