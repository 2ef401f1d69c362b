import type { Turn } from './call.ts'

const NAMES = { operator: '话务员', caller: '来电人' } as const
/** Stands before what nobody in particular said after somebody has spoken. */
const UNCLEAR = '未分清'
const SPEAKERS: Record<string, Turn['speaker']> = { 话务员: 'operator', 来电人: 'caller', [UNCLEAR]: null }
const LINE = new RegExp(`^(${Object.keys(SPEAKERS).join('|')})：`)

/** Turns in the one form in which a report by telephone is stored. */
export const dialogueText = (turns: readonly Turn[]): string =>
  turns
    .map(({ speaker, text }, at) => {
      const name = speaker ? NAMES[speaker] : at > 0 ? UNCLEAR : null
      return name ? `${name}：${text}` : text
    })
    .join('\n')

/** A stored report by telephone as the dialogue it was. */
export function dialogueOf(text: string): Turn[] {
  const turns: Turn[] = []
  for (const line of text.split('\n')) {
    const [mark = '', name = ''] = LINE.exec(line) ?? []
    const said = line.slice(mark.length)
    const last = turns.at(-1)
    if (mark === '' && last) last.text += `\n${said}`
    else turns.push({ speaker: SPEAKERS[name] ?? null, text: said })
  }
  return turns
}
