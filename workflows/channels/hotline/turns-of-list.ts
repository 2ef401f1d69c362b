import { z } from 'zod'
import type { Turn } from './call.ts'
import { type Meaning, meaningOf } from './columns.ts'
import { partsOfText, told, whoIs } from './turns-of-text.ts'

export const record = z.record(z.string(), z.unknown())
export const SPEAKERS = ['speaker', 'role', 'from', 'channel', 'name', 'spk', 'who', 'party', '角色', '说话人'] as const
export const TEXTS = [
  'text',
  'content',
  'txt',
  'words',
  'sentence',
  'onebest',
  'transcript',
  'message',
  'msg',
  'utterance',
  'said',
  'asr',
  'asrText',
  'transcription',
  '内容',
  '文本',
  '话语',
  '诉求内容',
] as const

/** The turns of a dialogue as a list; null where one of them is not understood: then nothing is known of what was said. */
export function turnsOfList(list: readonly unknown[]): Turn[] | null {
  const turns: Turn[] = []
  for (const each of list) {
    const said = turnsOfOne(each)
    if (!said) return null
    turns.push(...said)
  }
  return told(turns)
}

function turnsOfOne(said: unknown): Turn[] | null {
  const object = record.safeParse(said).data
  if (!object) return Array.isArray(said) ? null : turnsOrNull(wordsIn(said), { speaker: null })
  const speaker = wordIn(object, SPEAKERS)
  const name = nameIn(object, speaker)
  const turns = turnsOrNull(textOf(object), whoIs(speaker ?? ''))
  return name
    ? (turns?.map((turn) => ({ ...turn, name: [turn.name, name].filter(Boolean).join('、') })) ?? null)
    : turns
}

/** What a turn says of who speaks it; no part of what is kept. */
function nameIn(object: Record<string, unknown>, speaker: string | null): string {
  return Object.keys(object)
    .filter((key) => (key === 'name' && wordIn(object, [key]) !== speaker) || KNOWN_BY.includes(meaningOf(key)))
    .flatMap((key) => wordIn(object, [key]) ?? [])
    .join('、')
}
const KNOWN_BY: readonly Meaning[] = ['caller', 'number', 'agent']

function turnsOrNull(text: string | null, who: Pick<Turn, 'speaker' | 'voice' | 'name'>): Turn[] | null {
  if (text === null) return null
  return who.speaker || who.voice ? [{ ...who, text }] : partsOfText(text)
}

/** All that an object says in fields of texts; null where its words stand in fields that nobody knows. */
function textOf(object: Record<string, unknown>): string | null {
  const fields = TEXTS.filter((name) => name in object)
  const isKnown = (name: string) => SPEAKERS.some((speaker) => speaker === name)
  if (fields.length === 0)
    return Object.entries(object).some(([name, of]) => !isKnown(name) && hasWords(of)) ? null : ''
  let text = ''
  for (const name of fields) {
    const words = wordsIn(object[name])
    if (words === null) return null
    // recognisers give the same words with points and without
    if (!bare(text).includes(bare(words))) text = [text, words].filter(Boolean).join('\n')
  }
  return text
}

/** The words of a value, whether one text or in pieces; null where it is something else. */
function wordsIn(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  if (Array.isArray(value)) {
    const parts = value.map(wordsIn)
    return parts.includes(null) ? null : parts.filter(Boolean).join('\n')
  }
  const object = record.safeParse(value).data
  return object ? textOf(object) : null
}

/** Anything but figures and times. */
function hasWords(value: unknown): boolean {
  if (typeof value === 'string') return /[^\d\s:.,TZ+/-]/.test(value)
  return value !== null && typeof value === 'object' && Object.values(value).some(hasWords)
}

/** Turns of which not every word is in the others already. */
export function notIn(others: readonly Turn[], turns: readonly Turn[]): Turn[] {
  const there = bare(others.map(({ text }) => text).join(''))
  return turns.filter(({ text }) => !there.includes(bare(text)))
}
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

export function wordIn(object: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = object[name]
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  }
  return null
}
