import type { Selectable } from 'kysely'
import type { ErrandTable } from '#db/tables/engine.ts'
import type { Database } from '#db/transaction.ts'

export type ErrandRow = Selectable<ErrandTable>

/** Errands that nobody has handed to the job queue and whose time has come, in no order that tells when they were asked. */
export const listUnqueuedErrands = (db: Database, now: Date, limit: number) =>
  db
    .selectFrom('errand')
    .select(['id', 'task', 'key'])
    .where('queued', '=', false)
    .where('done', '=', false)
    .where((any) => any.or([any('not_before', 'is', null), any('not_before', '<=', now)]))
    .orderBy('id')
    .limit(limit)
    .execute()

/** Errands of these tasks that are still to be done, a page from after `last` on. */
export function listUnfinishedErrands(
  db: Database,
  { task, now, last, limit }: { task: string; now: Date; last?: string; limit: number },
) {
  let unfinished = db
    .selectFrom('errand')
    .select('id')
    .where('done', '=', false)
    .where('task', '=', task)
    .where((any) => any.or([any('not_before', 'is', null), any('not_before', '<=', now)]))
  if (last) unfinished = unfinished.where('id', '>', last)
  return unfinished.orderBy('id').limit(limit).execute()
}

/** Whether something of this task is still to be done. */
export async function isUnderWay(db: Database, task: string): Promise<boolean> {
  const left = db.selectFrom('errand').select('id').where('task', '=', task).where('done', '=', false).limit(1)
  return (await left.executeTakeFirst()) !== undefined
}
