import type { Database } from '#db/transaction.ts'

/** An officer's own views in their order. Title and address stay sealed. */
export const listSavedViews = (db: Database, staffId: string) =>
  db
    .selectFrom('saved_view')
    .select(['id', 'position', 'view'])
    .where('staff_id', '=', staffId)
    .orderBy('position')
    .orderBy('id')
    .execute()
