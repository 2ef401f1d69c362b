import { type ExpressionBuilder, sql } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Database } from '#db/transaction.ts'
import { type LedgerRow, ledgerRows } from './ledger-rows.ts'
import { lookedAtByOthers } from './look-back.ts'
import { mayKnow } from './may-know.ts'

/** Which cases a list holds, in the stored words; what is left out does not narrow it. Days are `YYYY-MM-DD`, both ends included. */
export type QueueFilter = {
  lives?: readonly string[]
  kind?: string
  /** ids of units: a place and everything below it */
  places?: readonly string[]
  complexity?: 'easy' | 'standard' | 'complex'
  /** an officer's id; null: nobody has it */
  holder?: string | null
  /** in the hands of one of several: of an officer, and of those they stand in for */
  holders?: readonly string[]
  dueFrom?: string
  dueBefore?: string
  urgent?: boolean
  reprisal?: boolean
  /** without the look-backs that this officer may not do, having taken part */
  mayLookBack?: string
  slowLane?: boolean
  /** whom it accuses was only recognised by its words, and nobody has confirmed it */
  provisional?: boolean
  receivedFrom?: string
  receivedTo?: string
}
/** `due`: what presses first, then by date, undated last. `newest`: by the day of receipt, the latest first. */
export type QueueOrder = 'due' | 'newest'
/** A place in a queue, between two pages. `due`: urgency and date (or `infinity`); `newest`: the day of receipt. */
export type QueuePlace = { order: 'due'; urgency: number; due: string; id: string } | QueueDay
type QueueDay = { order: 'newest'; received: string; id: string }
/** What follows a place, or what comes just before it. */
export type QueueFrom = { place: QueuePlace; back: boolean } | null
export type QueueAsked = {
  away: readonly string[]
  filter: QueueFilter
  order: QueueOrder
  from: QueueFrom
  most: number
}

/** The place of a row in a queue. */
export const placeOf = (order: QueueOrder, row: LedgerRow): QueuePlace =>
  order === 'due'
    ? { order, urgency: row.urgency, due: row.due_order, id: row.id }
    : { order, received: row.received_on, id: row.id }

/**
 * One page of a queue in its order; when `from` looks back, the page that ends before it. Clear columns only: nothing
 * here can be opened. Each state is read from its own stretch of the index, so a page costs the same in a full town.
 */
export async function listQueue(db: Database, asked: QueueAsked): Promise<LedgerRow[]> {
  const back = asked.from?.back ?? false
  const found = await ledgerRows(db, asked.away)
    .where('case_file.id', 'in', pageIds(db, asked))
    .$if(asked.order === 'due', (query) =>
      query.orderBy('case_file.urgency', way(back)).orderBy('case_file.due_order', way(back)),
    )
    .$if(asked.order === 'newest', (query) => query.orderBy('case_file.received_on', way(!back)))
    .orderBy('case_file.id', way(asked.order === 'due' ? back : !back))
    .limit(asked.most)
    .execute()
  return back ? found.toReversed() : found
}

const way = (back: boolean) => (back ? 'desc' : 'asc')

/** Those that are over have an index of their own by day of receipt. */
const OVER = ['closed', 'struckOff', 'notAccepted', 'handedUp', 'merged']

/** The ids among which the page is: a page of each state; by day, what is open is few enough to be one. */
function pageIds(db: Database, asked: QueueAsked) {
  const { lives = [] } = asked.filter
  const together = asked.order === 'newest' ? lives.filter((life) => !OVER.includes(life)) : []
  const apart = [
    ...lives.filter((life) => !together.includes(life)).map((life) => [life]),
    ...(together.length > 0 ? [together] : []),
  ]
  const [first, ...others] = apart.map((some) =>
    db.selectFrom(onePage(db, { ...asked, filter: { ...asked.filter, lives: some } }).as('held')).select('held.id'),
  )
  return others.reduce((all, next) => all.unionAll(next), first ?? nothing(db))
}

const nothing = (db: Database) => db.selectFrom('case_file as held').select('held.id').where(sql.lit(false))

function onePage(db: Database, { away, filter, order, from, most }: QueueAsked) {
  const back = from?.back ?? false
  return db
    .selectFrom('case_file')
    .select('case_file.id')
    .where((eb) => narrowed(eb, filter))
    .where(mayKnow(away))
    .$if(from !== null, (query) => query.where(() => isBeyond(from?.place ?? null, back)))
    .$if(order === 'due', (query) => query.orderBy('urgency', way(back)).orderBy('due_order', way(back)))
    .$if(order === 'newest', (query) => query.orderBy('received_on', way(!back)))
    .orderBy('id', way(order === 'due' ? back : !back))
    .limit(most)
}

/** A comparison of whole rows, which the index answers without reading what lies before. */
function isBeyond(place: QueuePlace | null, back: boolean) {
  if (place === null) return sql<boolean>`true`
  if (place.order === 'newest') {
    const days = sql`(case_file.received_on, case_file.id)`
    const here = sql`(${place.received}::date, ${place.id}::uuid)`
    return back ? sql<boolean>`${days} > ${here}` : sql<boolean>`${days} < ${here}`
  }
  const rows = sql`(case_file.urgency, case_file.due_order, case_file.id)`
  const here = sql`(${place.urgency}::smallint, ${place.due}::date, ${place.id}::uuid)`
  return back ? sql<boolean>`${rows} < ${here}` : sql<boolean>`${rows} > ${here}`
}

type Cases = ExpressionBuilder<Tables, 'case_file'>
function narrowed(eb: Cases, filter: QueueFilter) {
  const { lives, kind, places, complexity, holder, dueFrom, dueBefore, receivedFrom, receivedTo } = filter
  return eb.and([
    ...(lives
      ? [lives.length === 1 ? eb('case_file.life', '=', lives[0] ?? '') : eb('case_file.life', 'in', lives)]
      : []),
    ...(kind ? [eb('case_file.kind', '=', kind)] : []),
    ...(places ? [sql<boolean>`case_file.place_unit = any (${places}::uuid[])`] : []),
    ...(complexity ? [eb('case_file.complexity', '=', complexity)] : []),
    ...(holder === null ? [eb('case_file.holder', 'is', null)] : []),
    ...(holder ? [eb('case_file.holder', '=', holder)] : []),
    ...(filter.holders ? [eb('case_file.holder', 'in', filter.holders)] : []),
    ...(dueFrom ? [eb('case_file.due_order', '>=', dueFrom)] : []),
    ...(dueBefore ? [eb('case_file.due_order', '<', dueBefore)] : []),
    // urgency stands in the index: what is rare is found without reading the rest
    ...(filter.urgent ? [eb('case_file.urgency', '<', 2), eb('case_file.urgent', '=', true)] : []),
    ...(filter.reprisal ? [eb('case_file.urgency', '=', 0)] : []),
    ...(filter.mayLookBack ? [eb.not(lookedAtByOthers(filter.mayLookBack))] : []),
    ...(filter.slowLane ? [eb('case_file.slow_lane', '=', true)] : []),
    ...(filter.provisional
      ? [sql<boolean>`cardinality(case_file.accused) = 0 and cardinality(case_file.accused_provisional) > 0`]
      : []),
    ...(receivedFrom ? [eb('case_file.received_on', '>=', receivedFrom)] : []),
    ...(receivedTo ? [eb('case_file.received_on', '<=', receivedTo)] : []),
  ])
}

/**
 * How many cases each of several queues holds, all in one question; counting stops at `most`. What the officer may not know
 * of is taken off again: the rest is counted in the index, without reading a case.
 */
export async function countQueues(
  db: Database,
  away: readonly string[],
  queues: Readonly<Record<string, QueueFilter>>,
  most: number,
): Promise<Record<string, number>> {
  const counts = Object.entries(queues).map(([name, filter]) => {
    const queue = db.selectFrom('case_file').where((eb) => narrowed(eb, filter))
    const kept = queue.where((eb) => eb.not(mayKnow(away))).select(({ fn }) => fn.countAll<number>().as('cases'))
    const held = queue.select(sql.lit(1).as('one')).limit(sql<number>`${most}::int + kept.cases`)
    const counted = db
      .selectFrom(kept.as('kept'))
      .select(sql`(select count(*) from ${held.as('held')}) - kept.cases`.as('cases'))
    return sql`(${counted})::int`.as(name)
  })
  if (counts.length === 0) return {}
  const row = await db.selectNoFrom(counts).executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(row).map(([name, cases]) => [name, Number(cases)]))
}
