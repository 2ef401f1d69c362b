import type { Turn } from './call.ts'
import { speakersNamedIn } from './named-speakers.ts'
import { partsOfText, told, whoIs } from './turns-of-text.ts'

const TIME = '(?:\\d{1,3}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?'
/** The line of times of a cue, in SRT or WebVTT, with or without thousandths. */
const TIMES = new RegExp(`^[ \\t]{0,9}${TIME}\\s{0,9}-->\\s{0,9}${TIME}`)
const VOICE = /<v(?:\.[^\s<>]*)?\s([^<>]*)>/gi

/** Whether a text is one of subtitles. */
export const isSubtitles = (text: string): boolean =>
  /^\uFEFF?WEBVTT/.test(text) || text.split('\n').some((line) => TIMES.test(line))

/** What was said in SRT or WebVTT. Times, numbers of cues, notes and styles are left out; text of odd cues is not lost. */
export function turnsOfSubtitles(text: string): Turn[] {
  return turnsOfCues(cuesIn(text).map((said) => ({ said })))
}

/** Cues one after the other. `who`: whom a field of its own calls its speaker. */
export function turnsOfCues(cues: readonly { who?: string; said: string }[]): Turn[] {
  const names = speakersNamedIn(cues.map(({ said }) => withoutTags(said.replace(VOICE, ''))).join('\n'))
  const turns: Turn[] = []
  let last: Pick<Turn, 'speaker' | 'voice' | 'name'> = { speaker: null }
  for (const { who, said } of cues) {
    const parts = who ? [{ ...whoIs(who), text: withoutTags(said) }] : turnsOfCue(said, names)
    for (const turn of parts) {
      if (turn.text === '') continue
      // a speaker is often named only where they begin
      const { speaker, voice, name } = turn
      last =
        speaker === null && voice === undefined ? last : { speaker, ...(voice && { voice }), ...(name && { name }) }
      turns.push({ ...last, text: turn.text })
    }
  }
  return told(turns)
}

/** The words of each cue. A cue goes on over empty lines, until the next line of times and the number above it. */
function cuesIn(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const isVtt = lines[0]?.startsWith('WEBVTT') ?? false
  const starts = lines.flatMap((line, at) => (TIMES.test(line) ? [at] : []))
  const isBlank = (at: number) => (lines[at] ?? '').trim() === ''
  const isNumbered = /^\s*\d+\s*$/.test(lines[(starts[0] ?? 0) - 1] ?? '')
  /** Where what belongs to the next cue begins: its line of times, or its number or name above it. */
  const begins = starts.map((at) => {
    const above = lines[at - 1] ?? ''
    const isItsOwn = isNumbered ? /^\s*\d+\s*$/.test(above) : isVtt && !isBlank(at - 1) && isBlank(at - 2)
    return isItsOwn && at > 0 ? at - 1 : at
  })
  const before = wordsOf(lines.slice(0, begins[0] ?? lines.length))
  return [before, ...starts.map((at, which) => wordsOf(lines.slice(at + 1, begins[which + 1])))].filter(Boolean)
}

/** Without what WebVTT says beside its cues, block by block. */
const wordsOf = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .split(/\n[^\S\n]*\n/)
    .filter((block) => !/^\s*(?:WEBVTT|STYLE|REGION|NOTE)\b/.test(block))
    .map((block) =>
      block
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n'),
    )
    .filter((block) => block !== '')
    .join('\n')

function turnsOfCue(said: string, names: readonly string[]): Turn[] {
  const voices = [...said.matchAll(VOICE)]
  if (voices.length === 0) return partsOfText(withoutTags(said), names)
  const before = withoutTags(said.slice(0, voices[0]?.index))
  return [
    { speaker: null, text: before },
    ...voices.map((voice, at) => ({
      ...whoIs(voice[1] ?? ''),
      text: withoutTags(said.slice(voice.index + voice[0].length, voices[at + 1]?.index)),
    })),
  ]
}

const withoutTags = (said: string) =>
  said
    .replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
