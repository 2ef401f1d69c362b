import type { Turn } from './call.ts'
import { speakerOf, together, turnsOfText } from './turns-of-text.ts'

/** The line of times of a cue, in SRT or WebVTT. */
const TIMES = /^\s{0,9}(\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->/
const VOICE = /<v(?:\.[^\s<>]*)?\s([^<>]*)>/gi

/** What was said in SRT or WebVTT. Times, numbers of cues, notes and styles are left out; text of odd cues is not lost. */
export function turnsOfSubtitles(text: string): Turn[] {
  const turns: Turn[] = []
  for (const block of text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '')
    if (/^(WEBVTT|STYLE|REGION|NOTE)\b/.test(lines[0] ?? '') && !lines.some((line) => TIMES.test(line))) continue
    const times = lines.findIndex((line) => TIMES.test(line))
    // without a line of times it is no cue, and may still be words
    const said = times >= 0 ? lines.slice(times + 1) : lines.filter((line) => !/^\d+$/.test(line.trim()))
    turns.push(...turnsOfCue(said.join('\n')))
  }
  return together(turns)
}

function turnsOfCue(said: string): Turn[] {
  const voices = [...said.matchAll(VOICE)]
  if (voices.length === 0) return turnsOfText(withoutTags(said))
  return voices.map((voice, at) => ({
    speaker: speakerOf((voice[1] ?? '').trimStart()),
    text: withoutTags(said.slice(voice.index + voice[0].length, voices[at + 1]?.index)),
  }))
}

const withoutTags = (said: string) =>
  said
    .replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
