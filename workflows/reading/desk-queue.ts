import type { LedgerRow } from '#db/read/ledger-rows.ts'
import { listHolders, listPlaces } from '#db/read/queue-names.ts'
import { countQueues, listQueue, placeOf, type QueueFilter, type QueueFrom, type QueueOrder } from '#db/read/queues.ts'
import { listKinds } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { isOver, PHASE_NAMES, PHASES, type Phase, phasesFor } from './desk-phases.ts'
import { keptFrom } from './known.ts'
import { type Narrowing, readNarrowing } from './queue-filter.ts'
import { readToSign } from './to-sign.ts'

export type { QueueFrom, QueuePlace } from '#db/read/queues.ts'
/** A phase, every case there is, or what waits for this officer's signature. */
export type QueueState = Phase | 'all' | 'toSign'
/** Which queue, narrowed how, from where on: what the address of the page says. */
export type QueueAsked = {
  /** null: the first of the officer's own queues that holds something */
  state: QueueState | null
  narrow: Narrowing
  from: QueueFrom
}
const PAGE = 50
/** Counting stops where the tab says 999+. */
const MOST_COUNTED = 1000
/** Who may have a case in hand. */
const HOLDERS: readonly Role[] = ['clerk', 'verifier', 'reviewer', 'head', 'supervisor']

/** The office's queue of one phase, fifty cases a page, with what the other queues hold. Nothing is decrypted. */
export async function readDeskQueue(house: House, by: Staff, asked: QueueAsked) {
  const { db, clock } = house
  const away = await keptFrom(house, by)
  const today = dayOf(clock.town())
  const phases = phasesFor(by.roles)
  const { filter, narrow, names, unknown } = await readNarrowing(db, by, today, asked.narrow)
  const open = phases.filter((phase) => !isOver(phase))
  const queues = Object.fromEntries(open.map((phase) => [phase, { ...filter, lives: PHASES[phase] }]))
  const counts = await countQueues(db, away, queues, MOST_COUNTED)
  const toSign = (await readToSign(db, by, away)).map(entry)
  const state = asked.state ?? open.find((phase) => (counts[phase] ?? 0) > 0) ?? phases[0] ?? 'triage'
  const from = fits(state, asked.from) ? asked.from : null
  const list =
    state === 'toSign'
      ? { rows: toSign, next: null, previous: null }
      : await readPage(db, by, { away, state, filter, from })
  const tabs = phases.map((phase) => ({ phase, count: isOver(phase) ? null : (counts[phase] ?? 0) }))
  return {
    state,
    tabs,
    toSign: toSign.length,
    ...list,
    from,
    today,
    narrow,
    names,
    unknown: [
      ...unknown,
      ...(from === asked.from ? [] : [asked.from?.back ? ('before' as const) : ('after' as const)]),
    ],
  }
}
export type DeskQueue = Awaited<ReturnType<typeof readDeskQueue>>
export type QueueChoices = Awaited<ReturnType<typeof readQueueChoices>>
export type QueueEntry = DeskQueue['rows'][number]

/** What is over has no date to be sorted by: there the latest comes first. */
export const orderOf = (state: Phase | 'all'): QueueOrder => (state === 'all' || isOver(state) ? 'newest' : 'due')
export const livesOf = (state: Phase | 'all'): readonly string[] =>
  state === 'all' ? PHASE_NAMES.flatMap((phase) => PHASES[phase]) : PHASES[state]

/** A place in a queue of another order is none in this one. */
const fits = (state: QueueState, from: QueueFrom) =>
  from === null || (state !== 'toSign' && from.place.order === orderOf(state))

type Page = { away: string[]; state: Phase | 'all'; filter: QueueFilter; from: QueueFrom }
async function readPage(db: Database, by: Staff, { away, state, filter, from }: Page) {
  const order = orderOf(state)
  const lives = livesOf(state)
  const found = await listQueue(db, { away, filter: { ...filter, lives }, order, from, most: PAGE + 1 })
  const back = from?.back ?? false
  const more = found.length > PAGE
  const rows = back ? found.slice(-PAGE) : found.slice(0, PAGE)
  const [first, last] = [rows[0], rows.at(-1)]
  const elsewhere = from === null ? await reprisalsElsewhere(db, by, { away, state, filter }) : []
  return {
    rows: [...elsewhere, ...rows].map(entry),
    next: last && (back || more) ? placeOf(order, last) : null,
    previous: first && from !== null && (!back || more) ? placeOf(order, first) : null,
  }
}

/** The liaison answers whom somebody is looking for wherever their case stands: those come before every queue. */
async function reprisalsElsewhere(db: Database, by: Staff, { away, state, filter }: Omit<Page, 'from'>) {
  if (!by.roles.includes('disciplineLiaison') || state === 'all') return []
  const lives = PHASE_NAMES.filter((phase) => phase !== state).flatMap((phase) => PHASES[phase])
  const reprisals = { ...filter, lives, reprisal: true }
  return listQueue(db, { away, filter: reprisals, order: 'due', from: null, most: PAGE })
}

/** What the queues can be narrowed to. */
export async function readQueueChoices({ db }: House) {
  const [kinds, places, holders] = await Promise.all([listKinds(db), listPlaces(db), listHolders(db, HOLDERS)])
  return { kinds: kinds.map(({ code, name_zh, name_en }) => ({ code, zh: name_zh, en: name_en })), places, holders }
}

const entry = (row: LedgerRow) => ({
  id: row.id,
  number: row.number,
  life: row.life,
  kind: row.kind === null ? null : { code: row.kind, zh: row.name_zh ?? '', en: row.name_en ?? '' },
  place: row.place,
  receivedOn: row.received_on,
  due: row.due_on === null ? null : { day: row.due_on, name: row.due_name },
  holder: row.holder === null ? null : { id: row.holder, name: row.holder_name ?? '' },
  reprisal: row.reprisal,
  urgent: row.urgent,
  slowLane: row.slow_lane,
  noDispatch: row.no_dispatch,
  provisional: row.accused.length === 0 && row.accused_provisional.length > 0,
})
