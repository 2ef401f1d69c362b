import type { Database } from '../transaction.ts'

/** The open dates that are over on `today`, earliest first: a due date lasts until 24:00 of its day. */
export const listDueDeadlines = (db: Database, today: string) =>
  db
    .selectFrom('deadline')
    .select(['id', 'case_id', 'name', 'track', 'due_on'])
    .where('state', '=', 'open')
    .where('due_on', '<', today)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
