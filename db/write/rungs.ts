import { CompiledQuery, type Insertable, type Selectable, sql } from 'kysely'
import { PREPARED } from '#db/prepared.ts'
import type { DeadlineTable, ErrandTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

export type RingingDate = Selectable<DeadlineTable>
/** What one date becomes when it has rung. */
export type Rung = Pick<RingingDate, 'id' | 'rung' | 'next_rung' | 'rings_on'>

/**
 * Takes the dates that ring by `today`, from after `last` on: a page, oldest first. One that an act has in hand, or
 * another worker, is left to the next sweep. A date whose lapse has not been told yet does not ring beyond it.
 */
export function lockRinging(
  tx: Transaction,
  today: string,
  { last, limit }: { last?: Pick<RingingDate, 'rings_on' | 'id'>; limit: number },
): Promise<RingingDate[]> {
  let ringing = tx.selectFrom('deadline').selectAll().where('rings_on', '<=', today)
  ringing = ringing.where((any) =>
    any.or([any('state', '=', 'lapsed'), any.and([any('state', '=', 'open'), any('due_on', '>=', today)])]),
  )
  if (last) ringing = ringing.where(sql<boolean>`(rings_on, id) > (${last.rings_on}::date, ${last.id}::uuid)`)
  return ringing.orderBy('rings_on').orderBy('id').limit(limit).forUpdate().skipLocked().execute()
}

const STORED = `${PREPARED} with
  rang as (update deadline set (rung, next_rung, rings_on) = (became.rung, became.next_rung, became.rings_on)
    from json_populate_recordset(null::deadline, $1::json) as became where deadline.id = became.id),
  asked as (insert into errand (id, task, key, case_id, payload, queued)
    select id, task, key, case_id, payload, true from json_populate_recordset(null::errand, $2::json)
    on conflict (key) do nothing returning id, task, key)
  select engine.enqueue(task, json_build_object('errand', id), key) from asked`

/** Stores what rang and what is to be told of it, in one statement; what was told before is not told again. */
export async function insertRungs(
  tx: Transaction,
  dates: readonly Rung[],
  errands: readonly Insertable<ErrandTable>[],
): Promise<void> {
  const told = errands.map((errand) => ({ ...errand, payload: JSON.parse(String(errand.payload)) as unknown }))
  await tx.executeQuery(CompiledQuery.raw(STORED, [JSON.stringify(dates), JSON.stringify(told)]))
}
