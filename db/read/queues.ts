import { type ExpressionBuilder, sql } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Database } from '#db/transaction.ts'
import { ledgerRows } from './ledger-rows.ts'
import { mayKnow } from './may-know.ts'

/** Which cases a list holds; what is left out does not narrow it. */
export type QueueFilter = {
  lives?: readonly string[]
  holder?: string
  free?: boolean
  late?: string
}
/** The last row of the page before: the next page begins after it. Cases without a date come last. */
export type QueueEnd = { due: string | null; id: string }
export type QueueAsked = { away: readonly string[]; filter: QueueFilter; most: number }

/** One page of a queue by date. Clear columns only: nothing here can be opened. Cases that report reprisal are listed apart. */
export const listQueue = (db: Database, asked: QueueAsked & { after: QueueEnd | null }) =>
  rows(db, asked)
    .where('reprisal', '=', false)
    .$if(asked.after !== null, (query) => query.where((eb) => isAfter(eb, asked.after)))
    .execute()

/** The cases of a queue whose reporter says somebody is looking for them: before all others, whatever the date. */
export const listReprisals = (db: Database, asked: QueueAsked) => rows(db, asked).where('reprisal', '=', true).execute()

const rows = (db: Database, { away, filter, most }: QueueAsked) =>
  ledgerRows(db, away)
    .where((eb) => narrowed(eb, filter))
    .limit(most)

type Cases = ExpressionBuilder<Tables, 'case_file'>
function narrowed(eb: Cases, { lives, holder, free, late }: QueueFilter) {
  return eb.and([
    ...(lives ? [eb('case_file.life', 'in', lives)] : []),
    ...(holder ? [eb('case_file.holder', '=', holder)] : []),
    ...(free ? [eb('case_file.holder', 'is', null)] : []),
    ...(late ? [eb('case_file.due_on', '<', late)] : []),
  ])
}

function isAfter(eb: Cases, after: QueueEnd | null) {
  if (after === null) return eb.lit(true)
  const later = eb('case_file.id', '>', after.id)
  if (after.due === null) return eb.and([eb('case_file.due_on', 'is', null), later])
  return eb.or([
    eb('case_file.due_on', '>', after.due),
    eb.and([eb('case_file.due_on', '=', after.due), later]),
    eb('case_file.due_on', 'is', null),
  ])
}

/** How many cases each of several queues holds, all in one question; counting stops at `most`. */
export async function countQueues(
  db: Database,
  away: readonly string[],
  queues: Readonly<Record<string, QueueFilter>>,
  most: number,
): Promise<Record<string, number>> {
  const counts = Object.entries(queues).map(([name, filter]) => {
    const held = db
      .selectFrom('case_file')
      .select(sql.lit(1).as('one'))
      .where((eb) => narrowed(eb, filter))
      .where(mayKnow(away))
      .limit(most)
    const counted = db.selectFrom(held.as('held')).select(({ fn }) => fn.countAll<number>().as('cases'))
    return sql`(${counted})::int`.as(name)
  })
  if (counts.length === 0) return {}
  const row = await db.selectNoFrom(counts).executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(row).map(([name, cases]) => [name, Number(cases)]))
}
