import { z } from 'zod'
import type { Turn } from './call.ts'
import { speakerOf, together, turnsOfText } from './turns-of-text.ts'

const record = z.record(z.string(), z.unknown())
const SPEAKERS = ['speaker', 'role', 'from', 'channel', 'name', '角色', '说话人'] as const
const TEXTS = ['text', 'content', 'words', 'sentence', 'onebest', 'transcript', 'message', '内容', '文本'] as const
const LISTS = ['session', 'turns', 'sentences', 'dialogue', 'dialog', 'messages', 'result', '对话'] as const
const ORDERS = ['orderNo', 'order', 'orderNumber', 'workOrder', 'id', '办件编号', '工单编号', '工单号'] as const

/** A call in JSON: its turns, and the sender's number of it. */
export type Session = { order: string | null; turns: Turn[] }

/** The calls of a JSON text: `{session:[…]}`, a list of turns, a list of calls, or one object a line. Throws SyntaxError. */
export function sessionsOf(text: string): Session[] {
  const said = text.replace(/^\uFEFF/, '').trim()
  return callsIn(parsed(said))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2) throw error
    return lines.map((line): unknown => JSON.parse(line))
  }
}

function callsIn(said: unknown): Session[] {
  if (Array.isArray(said)) {
    const turns = said.map(turnOf)
    if (turns.length > 0 && turns.every((turn) => turn !== null)) return [{ order: null, turns: together(turns) }]
    return said.flatMap(callsIn)
  }
  const object = record.safeParse(said).data
  if (!object) return typeof said === 'string' ? [{ order: null, turns: turnsOfText(said) }] : []
  const calls = object.calls ?? object.data
  if (Array.isArray(calls)) return calls.flatMap(callsIn)
  const order = wordIn(object, ORDERS)
  const list = LISTS.map((name) => object[name]).find(Array.isArray)
  if (list) {
    const turns = list.map(turnOf).filter((turn) => turn !== null)
    return [{ order, turns: together(turns) }]
  }
  const text = wordIn(object, TEXTS)
  return [{ order, turns: turnsOfText(text ?? '') }]
}

function turnOf(said: unknown): Turn | null {
  const object = record.safeParse(said).data
  const text = object && wordIn(object, TEXTS)
  if (!object || text === null || text === undefined) return null
  const speaker = wordIn(object, SPEAKERS)
  return speaker === null && LISTS.some((name) => name in object) ? null : { speaker: speakerOf(speaker ?? ''), text }
}

function wordIn(object: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = object[name]
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  }
  return null
}
