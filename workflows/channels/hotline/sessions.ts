import type { SpokenCall, Turn } from './call.ts'
import { type Meaning, meaningOf } from './columns.ts'
import { recognised } from './recognised.ts'
import { notIn, record, SPEAKERS, TEXTS, turnsOfList, wordIn } from './turns-of-list.ts'
import { turnsOfText } from './turns-of-text.ts'

const LISTS = [
  'session',
  'turns',
  'sentences',
  'dialogue',
  'dialog',
  'dialogs',
  'dialogues',
  'conversation',
  'messages',
  'result',
  '对话',
] as const
/** What systems wrap around a call, or several. */
const WRAPPERS = ['calls', 'data', 'records', 'rows', 'payload', 'call', 'body', ...LISTS] as const
const ORDERS = ['orderNo', 'order', 'orderNumber', 'workOrder', '办件编号', '工单编号', '工单号'] as const
/** Shorter, it counts the calls of one file and is no number that the sender knows one by. */
const SHORTEST_ID = 8
const ASIDES = ['place', 'unit', 'happened', 'kind', 'day'] as const
const OF_A_CALL: readonly string[] = ['name', 'from', 'channel']
/** What an interface says of itself. */
const STATUS = /^(success|ok|(操作|请求|查询)?成功)[.!。！]?$/i

/** The calls of a JSON text: `{session:[…]}`, a list of turns, a list of calls, or one object a line. Throws SyntaxError. */
export function sessionsOf(text: string): SpokenCall[] {
  const said = text.replace(/^\uFEFF/, '').trim()
  return callsIn(recognised(parsed(said)))
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
/** A string (to its end, closed or not), left as it is, or a figure of which reading it as a number would keep only the first digits. */
const TOO_LONG = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|(?<![\d.])\d{16,}(?![\d.eE])|(?<!\d)\d+\.\d+[eE]\+?\d+/g

function callsIn(said: unknown): SpokenCall[] {
  if (Array.isArray(said)) return said.length > 0 && isDialogue(said) ? callsOfTurns(said) : said.flatMap(callsIn)
  const object = record.safeParse(said).data
  if (!object) return typeof said === 'string' ? [{ order: null, turns: turnsOfText(said) }] : []
  const wrapped = WRAPPERS.map((name) => object[name]).find((value) => record.safeParse(value).success)
  const calls =
    wrapped ??
    WRAPPERS.filter(isNoList)
      .map((name) => object[name])
      .find(Array.isArray)
  if (calls === undefined) return [callOf(object)]
  const inner = Array.isArray(calls) && !calls.some(isTurn) ? calls.flatMap(callsIn) : callsIn(calls)
  const [only, ...more] = inner
  return only && more.length === 0 ? [within(object, only)] : inner
}
const isNoList = (name: string) => !LISTS.some((list) => list === name)

/** Texts of nobody are a dialogue too, where none of them is a call by itself. */
const isDialogue = (list: readonly unknown[]) =>
  list.some(isTurn) ||
  list.every((each) => !isCall(each) && record.safeParse(each).success && turnsOfList([each])?.length)

const isTurn = (said: unknown): boolean => {
  const object = record.safeParse(said).data
  if (!object || LISTS.some((name) => name in object)) return false
  // who called, and by which channel, stands with a call too: with the number of one, only a speaker makes a turn
  const names = wordIn(object, ORDERS) === null ? SPEAKERS : SPEAKERS.filter((name) => !OF_A_CALL.includes(name))
  return wordIn(object, names) !== null
}
const isCall = (said: unknown): boolean => {
  const object = record.safeParse(said).data
  return object !== undefined && (orderIn(object) !== null || [...WRAPPERS].some((name) => name in object))
}

/** A list of turns is one call, and where its turns have numbers of calls, one for each. */
function callsOfTurns(list: readonly unknown[]): SpokenCall[] {
  const calls = new Map<string | null, unknown[]>()
  let order: string | null = null
  for (const each of list) {
    order = wordIn(record.safeParse(each).data ?? {}, ORDERS) ?? order
    const turns = calls.get(order)
    if (turns) turns.push(each)
    else calls.set(order, [each])
  }
  return [...calls].map(([of, turns]) => ({ order: of, ...spoken(turnsOfList(turns), []) }))
}

function callOf(object: Record<string, unknown>): SpokenCall {
  const lists = LISTS.map((name) => object[name]).filter(Array.isArray)
  const texts = LISTS.map((name) => object[name]).filter((value) => typeof value === 'string')
  const turns = [...lists.map(turnsOfList), ...texts.map((text) => (STATUS.test(text) ? [] : turnsOfText(text)))]
  const all = turns.reduce<Turn[] | null>((before, each) => before && each && [...before, ...notIn(before, each)], [])
  return { order: orderIn(object), ...spoken(all, besideIn(object)), ...asidesIn(object) }
}

const spoken = (turns: Turn[] | null, beside: readonly Turn[]): Pick<SpokenCall, 'turns' | 'isUnread'> =>
  turns ? { turns: [...notIn(turns, beside), ...turns] } : { turns: [...beside], isUnread: true }

/** A title and a text beside the dialogue. */
function besideIn(object: Record<string, unknown>): Turn[] {
  const said = (is: (name: string) => boolean) =>
    Object.keys(object)
      .filter(is)
      .flatMap((name) => wordIn(object, [name]) ?? [])
      .filter((words) => !STATUS.test(words))
  const isText = (name: string) => TEXTS.some((text) => text === name) || meaningOf(name) === 'text'
  const text = turnsOfText([...new Set(said(isText))].join('\n'))
  const title = said((name) => meaningOf(name) === 'title').join('\n')
  return [...notIn(text, title ? [{ speaker: null, text: title }] : []), ...text]
}

/** What is said around a call is said of it, where it does not say so itself. */
function within(object: Record<string, unknown>, call: SpokenCall): SpokenCall {
  const around = asidesIn(object)
  const unsaid = [...(call.unsaid ?? []), ...(around.unsaid ?? [])]
  const agents = [...(call.agents ?? []), ...(around.agents ?? [])]
  return {
    ...around,
    ...call,
    order: call.order ?? orderIn(object),
    turns: [...notIn(call.turns, besideIn(object)), ...call.turns],
    ...(unsaid.length > 0 ? { unsaid } : {}),
    ...(agents.length > 0 ? { agents } : {}),
  }
}

/** What an object says beside the dialogue, under the names that tables have for it too. */
function asidesIn(object: Record<string, unknown>): Partial<SpokenCall> {
  const all = (meaning: Meaning) =>
    Object.keys(object).flatMap((name) => (meaningOf(name) === meaning ? (wordIn(object, [name]) ?? []) : []))
  const said = ASIDES.flatMap((aside) => {
    const words = all(aside)
    return words.length > 0 ? [[aside, words.join('／')] as const] : []
  })
  const [unsaid, agents] = [[...all('caller'), ...all('number')], all('agent')]
  return {
    ...Object.fromEntries(said),
    ...(unsaid.length > 0 ? { unsaid } : {}),
    ...(agents.length > 0 ? { agents } : {}),
  }
}

function orderIn(object: Record<string, unknown>): string | null {
  const id = wordIn(object, ['id'])
  const deeper = () =>
    Object.values(object)
      .map((value) => wordIn(record.safeParse(value).data ?? {}, ORDERS))
      .find((order) => order !== null)
  return wordIn(object, ORDERS) ?? deeper() ?? (id !== null && id.length >= SHORTEST_ID ? id : null)
}
