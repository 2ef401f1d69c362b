import { listLettersInLedger, listOutcomes } from '#db/read/ledger.ts'
import type { LedgerRow } from '#db/read/ledger-rows.ts'
import { countQueues, listQueue, placeOf, type QueueFilter, type QueueFrom } from '#db/read/queues.ts'
import { type Database, inTransaction } from '#db/transaction.ts'
import { insertLooks } from '#db/write/looks.ts'
import { FINDINGS } from '#workflows/case/names.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { firstUnannouncedYear } from './announced-years.ts'
import { type QueueState, livesOf, orderOf } from './desk-queue.ts'
import { keptFrom } from './known.ts'
import { MOST_IN_FILE, MOST_PRINTED } from './ledger-limits.ts'
import { type Narrowing, readNarrowing } from './queue-filter.ts'

const AT_ONCE = 1_000

export type LedgerState = Exclude<QueueState, 'toSign'>

/**
 * The cases of a queue as an office files them: number, kind, place, dates, hands, letters, outcome. Never a channel,
 * an hour, a text or anything else of a reporter's. It leaves the house, so every case in it gets a look of its own.
 * `count` stops one beyond a file; `rows` is empty where a file would hold more than it may.
 */
export async function readLedger(
  house: House,
  by: Staff,
  { state, narrow: asked }: { state: LedgerState; narrow: Narrowing },
  use: 'print' | 'file',
) {
  const { db, clock } = house
  const away = await keptFrom(house, by)
  const today = dayOf(clock.town())
  const { filter, narrow, names, unknown } = await readNarrowing(db, by, today, asked)
  const queue: QueueFilter = { ...filter, lives: livesOf(state) }
  const { count = 0 } = await countQueues(db, away, { count: queue }, MOST_IN_FILE + 1)
  const tooMany = count > MOST_IN_FILE
  const most = use === 'print' ? MOST_PRINTED : MOST_IN_FILE
  const unannounced = await firstUnannouncedYear(house)
  const rows = tooMany && use === 'file' ? [] : await readRows(db, { away, filter: queue, state, most, unannounced })
  const look = { staff_id: by.id, at: clock.town(), page: 'ledger' }
  if (rows.length > 0)
    await inTransaction(db, (tx) =>
      insertLooks(
        tx,
        look,
        rows.map(({ id }) => id),
      ),
    )
  return { today, count, tooMany, narrow, names, unknown, rows }
}
export type Ledger = Awaited<ReturnType<typeof readLedger>>
export type LedgerEntry = Ledger['rows'][number]

type Asked = { away: string[]; filter: QueueFilter; state: LedgerState; most: number; unannounced: number }
async function readRows(db: Database, { away, filter, state, most, unannounced }: Asked) {
  const order = orderOf(state)
  const rows: Awaited<ReturnType<typeof withOutcomes>> = []
  let from: QueueFrom = null
  while (rows.length < most) {
    const found = await listQueue(db, { away, filter, order, from, most: Math.min(AT_ONCE, most - rows.length) })
    const last = found.at(-1)
    if (!last) break
    rows.push(...(await withOutcomes(db, { away, unannounced }, found)))
    from = { place: placeOf(order, last), back: false }
  }
  return rows
}

async function withOutcomes(
  db: Database,
  { away, unannounced }: Pick<Asked, 'away' | 'unannounced'>,
  found: LedgerRow[],
) {
  const ids = found.map(({ id }) => id)
  const [outcomes, letters] = [await listOutcomes(db, away, ids), await listLettersInLedger(db, away, ids)]
  const outcomeOf = new Map(outcomes.map((row) => [row.id, row]))
  const letterOf = new Map(letters.map(({ case_id, track, ...letter }) => [`${case_id} ${track}`, letter]))
  return found.flatMap((row) => {
    const outcome = outcomeOf.get(row.id)
    // it came to accuse one whom the officer answers to while the ledger was read
    if (!outcome) return []
    const [territory, department] = [letterOf.get(`${row.id} territory`), letterOf.get(`${row.id} department`)]
    return [{ ...entry(row, outcome, territory, department), due: dueOf(row, unannounced) }]
  })
}

/** `provisional`: it lies in a year whose holidays nobody has announced. */
const dueOf = ({ due_on, due_name }: LedgerRow, unannounced: number) =>
  due_on === null ? null : { day: due_on, name: due_name, provisional: Number(due_on.slice(0, 4)) >= unannounced }

type Outcome = Awaited<ReturnType<typeof listOutcomes>>[number]
type Letter = { number: string; unit: string }
const entry = (row: LedgerRow, outcome: Outcome, territory?: Letter, department?: Letter) => ({
  id: row.id,
  number: row.number,
  kind: row.kind === null ? null : { code: row.kind, zh: row.name_zh ?? '', en: row.name_en ?? '' },
  place: row.place,
  life: row.life,
  receivedOn: row.received_on,
  acceptedOn: outcome.accepted_on,
  holder: row.holder_name,
  territory: territory ?? null,
  department: department ?? null,
  finding: FINDINGS.find((finding) => finding === outcome.finding) ?? null,
  withdrawn: outcome.withdrawn,
  closedOn: outcome.closed_on,
})
