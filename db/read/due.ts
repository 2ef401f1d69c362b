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
