import type { LedgerRow } from '#db/read/ledger-rows.ts'
import { countQueues, listQueue, listReprisals, type QueueEnd, type QueueFilter } from '#db/read/queues.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { OVER, PHASES, type Phase, phasesFor } from './desk-phases.ts'
import { keptFrom } from './known.ts'
import { readToSign } from './to-sign.ts'

/** Which queue, narrowed how, from where on: what the address of the page says. */
export type QueueAsked = {
  /** null: the first of the officer's own queues that holds something */
  state: Phase | 'toSign' | null
  mine: boolean
  free: boolean
  late: boolean
  after: QueueEnd | null
}
const PAGE = 50
/** Counting stops where the tab says 999+. */
const MOST_COUNTED = 1000

/** The office's queue of one phase, fifty cases a page by date, with what the other queues hold. Nothing is decrypted. */
export async function readDeskQueue(house: House, by: Staff, asked: QueueAsked) {
  const { db, clock } = house
  const away = await keptFrom(house, by)
  const today = dayOf(clock.town())
  const phases = phasesFor(by.roles)
  const narrow: QueueFilter = {
    ...(asked.mine ? { holder: by.id } : {}),
    ...(asked.free ? { free: true } : {}),
    ...(asked.late ? { late: today } : {}),
  }
  const open = phases.filter((phase) => !OVER.includes(phase))
  const queues = Object.fromEntries(open.map((phase) => [phase, { lives: PHASES[phase], ...narrow }]))
  const counts = await countQueues(db, away, queues, MOST_COUNTED)
  const toSign = (await readToSign(db, by, away)).map(entry)
  const state = asked.state ?? open.find((phase) => (counts[phase] ?? 0) > 0) ?? phases[0] ?? 'triage'
  const list =
    state === 'toSign'
      ? { rows: toSign, next: null }
      : await readPage(
          house,
          { away, filter: { lives: PHASES[state], ...narrow } },
          { ...urgentFor(by, state), ...narrow },
          asked.after,
        )
  const tabs = phases.map((phase) => ({ phase, count: OVER.includes(phase) ? null : (counts[phase] ?? 0) }))
  return { state, tabs, toSign: toSign.length, ...list, today }
}
export type DeskQueue = Awaited<ReturnType<typeof readDeskQueue>>
export type QueueEntry = DeskQueue['rows'][number]

/** Reprisals stand first: with whoever works in that phase, and with the liaison wherever the case stands. */
const urgentFor = (by: Staff, state: Phase): QueueFilter => ({
  lives: by.roles.includes('disciplineLiaison') ? Object.values(PHASES).flat() : PHASES[state],
})

type Asked = { away: string[]; filter: QueueFilter }
async function readPage({ db }: House, asked: Asked, urgentFilter: QueueFilter, after: QueueEnd | null) {
  const { away } = asked
  const urgent = after === null ? await listReprisals(db, { away, filter: urgentFilter, most: MOST_COUNTED }) : []
  const found = await listQueue(db, { ...asked, after, most: PAGE + 1 })
  const last = found.length > PAGE ? found[PAGE - 1] : undefined
  return {
    rows: [...urgent, ...found.slice(0, PAGE)].map(entry),
    next: last ? { due: last.due_on, id: last.id } : null,
  }
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
