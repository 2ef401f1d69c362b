import { COMPLEXITIES } from '#workflows/case/names.ts'
import { type Day, isDay } from '#workflows/clock.ts'
import { PHASE_NAMES } from '#workflows/reading/desk-phases.ts'
import type { QueueAsked, QueueFrom, QueuePlace, QueueState } from '#workflows/reading/desk-queue.ts'
import type { Narrowing, NarrowingPart } from '#workflows/reading/queue-filter.ts'

/** A part of an address that means nothing: which, what it said, and why it cannot be meant. */
export type Misread = {
  part: string
  value: string
  why: 'noSuchPart' | 'noSuchThing' | 'wrong' | 'twice' | 'reversed'
}

/** What an address may carry that is not a queue's to read: a language for one page, the router's own marks, an act that was done. */
const OTHERS = ['lang', 'index', '_data', '_routes', 'done']
const SHOWN = 40

const CODE = /^[\w.-]{1,60}$/
const code = (text: string) => (CODE.test(text) ? text : undefined)
const one =
  <Word extends string>(words: readonly Word[]) =>
  (text: string) =>
    words.find((word) => word === text)
const day = (text: string): Day | undefined => (isDay(text) ? text : undefined)
const flag = (text: string) => (text === '1' ? true : undefined)

/** Each part of a narrowing in the order in which the address names it, and how its word is read. */
const PARTS: { readonly [Part in NarrowingPart]-?: (text: string) => Narrowing[Part] } = {
  kind: code,
  place: code,
  complexity: one(COMPLEXITIES),
  holder: code,
  due: one(['late', 'week'] as const),
  urgent: flag,
  reprisal: flag,
  slow: flag,
  provisional: flag,
  from: day,
  to: day,
}
const isPart = (name: string): name is NarrowingPart => Object.hasOwn(PARTS, name)
export const NARROWING_PARTS: readonly NarrowingPart[] = Object.keys(PARTS).filter(isPart)
const STATES: readonly QueueState[] = ['toSign', ...PHASE_NAMES, 'all']

/** What an address asks for: `?state=triage&kind=B31&holder=me`. What it cannot mean comes back beside it, to be said. */
export function queueAsked(search: URLSearchParams): { asked: QueueAsked; misread: Misread[] } {
  const misread: Misread[] = []
  const said = (part: string, why: Misread['why']) =>
    misread.push({ part, value: (search.get(part) ?? '').slice(0, SHOWN), why })
  const names = [...new Set(search.keys())].filter((name) => !OTHERS.includes(name))
  const read = <Value>(name: string, reader: (text: string) => Value | undefined): Value | undefined => {
    const [text, ...more] = search.getAll(name).filter((value) => value !== '')
    if (more.length > 0) said(name, 'twice')
    const value = text === undefined ? undefined : reader(text)
    if (text !== undefined && value === undefined) said(name, 'wrong')
    return value
  }
  const narrow: Narrowing = Object.fromEntries(
    NARROWING_PARTS.map((part) => [part, read<Narrowing[NarrowingPart]>(part, PARTS[part])]).filter(
      ([, value]) => value !== undefined,
    ),
  )
  if (narrow.from && narrow.to && narrow.to < narrow.from) {
    said('to', 'reversed')
    delete narrow.to
  }
  const state = read('state', one(STATES)) ?? null
  const [after, before] = [read('after', placeFrom), read('before', placeFrom)]
  if (after && before) said('before', 'twice')
  for (const name of names) if (!isPart(name) && !['state', 'after', 'before'].includes(name)) said(name, 'noSuchPart')
  const from: QueueFrom = after ? { place: after, back: false } : before ? { place: before, back: true } : null
  return { asked: { state, narrow, from }, misread }
}

/** The one address of a queue, parts in their order; `path`: the ledger of the same cases. */
export function queueAddress(
  state: QueueState | null,
  narrow: Narrowing,
  from: QueueFrom = null,
  path: '/desk' | '/desk/ledger' | '/desk/ledger.xlsx' | '/desk/ledger.csv' = '/desk',
): string {
  const search = new URLSearchParams(state ? { state } : {})
  for (const part of NARROWING_PARTS) {
    const value = narrow[part]
    if (value !== undefined && value !== false) search.set(part, value === true ? '1' : value)
  }
  if (from) search.set(from.back ? 'before' : 'after', wordOf(from.place))
  const text = search.toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}

/** The same address as it would be written here, or null where it already is: one filter, one address. */
export function canonical(url: URL, asked: QueueAsked): string | null {
  const here = [...url.searchParams].filter(([name]) => !OTHERS.includes(name))
  const others = [...url.searchParams].filter(([name]) => OTHERS.includes(name) && name !== '_routes')
  const address = queueAddress(asked.state, asked.narrow, asked.from)
  const there = new URL(address, url)
  if (JSON.stringify([...there.searchParams]) === JSON.stringify(here)) return null
  for (const [name, value] of others) there.searchParams.append(name, value)
  return there.pathname + there.search.replaceAll('%2C', ',')
}

const HERE = 'http://here.invalid'

/** The address of a list to be kept under a name: its first page, in its own spelling. Null for what is no list. */
export function listAddress(text: string): string | null {
  if (!/^\/desk(\?|\/search\?|$)/.test(text) || !URL.canParse(text, HERE)) return null
  const { pathname, search, searchParams } = new URL(text, HERE)
  if (pathname !== '/desk') return pathname + search
  const { state, narrow } = queueAsked(searchParams).asked
  return queueAddress(state, narrow)
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const URGENCY = /^[012]$/
const NEVER = 'infinity'

/** `2,2026-10-12,<id>` by urgency and date, `2,,<id>` without a date; `2026-10-12,<id>` by the day of receipt. */
const wordOf = (place: QueuePlace): string =>
  place.order === 'newest'
    ? `${place.received},${place.id}`
    : `${place.urgency},${place.due === NEVER ? '' : place.due},${place.id}`

function placeFrom(text: string): QueuePlace | undefined {
  const parts = text.split(',')
  const [id = ''] = parts.slice(-1)
  if (!UUID.test(id)) return undefined
  if (parts.length === 2) {
    const [received = ''] = parts
    return isDay(received) ? { order: 'newest', received, id } : undefined
  }
  const [urgency = '', due = ''] = parts
  if (parts.length !== 3 || !URGENCY.test(urgency) || !(due === '' || isDay(due))) return undefined
  return { order: 'due', urgency: Number(urgency), due: due || NEVER, id }
}
