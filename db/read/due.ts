import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { DeadlineTable } from '#db/tables/engine.ts'
import type { Database } from '#db/transaction.ts'

export type DueDate = Pick<Selectable<DeadlineTable>, 'id' | 'case_id' | 'name' | 'track' | 'due_on'>

/** Open dates that were over before `today`, oldest first, from after `last` on: a page, not all. */
export function listDue(
  db: Database,
  today: string,
  { last, limit }: { last?: Pick<DueDate, 'due_on' | 'id'>; limit: number },
): Promise<DueDate[]> {
  let due = db
    .selectFrom('deadline')
    .select(['id', 'case_id', 'name', 'track', 'due_on'])
    .where('state', '=', 'open')
    .where('due_on', '<', today)
  if (last) due = due.where(sql<boolean>`(due_on, id) > (${last.due_on}::date, ${last.id}::uuid)`)
  return due.orderBy('due_on').orderBy('id').limit(limit).execute()
}

/** The next day, until before `goal`, on which a date lapses or rings; null where nothing does. */
export async function findNextDay(db: Database, goal: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`select least(
    (select min(due_on) + 1 from deadline where state = 'open' and due_on < ${goal}::date),
    (select min(rings_on) from deadline where rings_on <= ${goal}::date)) as day`.execute(db)
  return rows[0]?.day ?? null
}
