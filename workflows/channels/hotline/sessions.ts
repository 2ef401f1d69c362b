import { z } from 'zod'
import type { SpokenCall, Turn } from './call.ts'
import { type Meaning, meaningOf } from './columns.ts'
import { speakerOf, together, turnsOfText } from './turns-of-text.ts'

const record = z.record(z.string(), z.unknown())
const SPEAKERS = ['speaker', 'role', 'from', 'channel', 'name', '角色', '说话人'] as const
const TEXTS = [
  'text',
  'content',
  'words',
  'sentence',
  'onebest',
  'transcript',
  'message',
  '内容',
  '文本',
  '诉求内容',
] as const
const LISTS = ['session', 'turns', 'sentences', 'dialogue', 'dialog', 'messages', 'result', '对话'] as const
const ORDERS = ['orderNo', 'order', 'orderNumber', 'workOrder', '办件编号', '工单编号', '工单号'] as const
/** Shorter, it counts the calls of one file and is no number that the sender knows one by. */
const SHORTEST_ID = 8
const ASIDES = ['place', 'unit', 'happened', 'kind', 'day'] as const

/** The calls of a JSON text: `{session:[…]}`, a list of turns, a list of calls, or one object a line. Throws SyntaxError. */
export function sessionsOf(text: string): SpokenCall[] {
  const said = text.replace(/^\uFEFF/, '').trim()
  return callsIn(parsed(said))
}

function parsed(text: string): unknown {
  const exact = text.replace(TOO_LONG, (said) => (said.startsWith('"') ? said : `"${said}"`))
  try {
    return JSON.parse(exact)
  } catch (error) {
    const lines = exact.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2) throw error
    return lines.map((line): unknown => JSON.parse(line))
  }
}
/** A string, left as it is, or a figure of which reading it as a number would keep only the first digits. */
const TOO_LONG = /"[^"\\]*(?:\\.[^"\\]*)*"|\d{16,}(?![\d.eE])|\d+\.\d+[eE]\+?\d+/g

function callsIn(said: unknown): SpokenCall[] {
  if (Array.isArray(said)) {
    const turns = said.map(turnOf)
    if (turns.length > 0 && turns.every((turn) => turn !== null)) return [{ order: null, turns: together(turns) }]
    return said.flatMap(callsIn)
  }
  const object = record.safeParse(said).data
  if (!object) return typeof said === 'string' ? [{ order: null, turns: turnsOfText(said) }] : []
  const calls = object.calls ?? object.data
  if (Array.isArray(calls)) return calls.flatMap(callsIn)
  const list = LISTS.map((name) => object[name]).find(Array.isArray)
  const turns = list
    ? together(list.map(turnOf).filter((turn) => turn !== null))
    : turnsOfText(wordIn(object, TEXTS) ?? '')
  return [{ order: orderIn(object), turns, ...asidesIn(object) }]
}

/** What an object says beside the dialogue, under the names that tables have for it too. */
function asidesIn(object: Record<string, unknown>): Partial<SpokenCall> {
  const all = (meaning: Meaning) =>
    Object.keys(object).flatMap((name) => (meaningOf(name) === meaning ? (wordIn(object, [name]) ?? []) : []))
  const said = ASIDES.flatMap((aside) => {
    const words = all(aside)
    return words.length > 0 ? [[aside, words.join('／')] as const] : []
  })
  const unsaid = [...all('caller'), ...all('number')]
  return { ...Object.fromEntries(said), ...(unsaid.length > 0 ? { unsaid } : {}) }
}

function orderIn(object: Record<string, unknown>): string | null {
  const id = wordIn(object, ['id'])
  return wordIn(object, ORDERS) ?? (id !== null && id.length >= SHORTEST_ID ? id : null)
}

function turnOf(said: unknown): Turn | null {
  const object = record.safeParse(said).data
  const text = object && wordIn(object, TEXTS)
  if (!object || text === null || text === undefined) return null
  const speaker = wordIn(object, SPEAKERS)
  if (speaker === null && (orderIn(object) !== null || LISTS.some((name) => name in object))) return null
  return { speaker: speakerOf(speaker ?? ''), text }
}

function wordIn(object: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = object[name]
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  }
  return null
}
