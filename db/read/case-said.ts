import type { Database } from '#db/transaction.ts'

/** What was said on some cases: by their reporters, and between them and the office. Texts stay sealed. */
export const listReportsOf = (db: Database, caseIds: readonly string[]) =>
  db
    .selectFrom('report')
    .select(['id', 'case_id', 'channel', 'received_hour', 'body', 'place', 'unit', 'happened', 'no_dispatch'])
    .select(['has_contact', 'folded', 'unanswered', 'code_exposed_on', 'code_replaced_on'])
    .where('case_id', 'in', caseIds)
    .orderBy('received_hour')
    .orderBy('id')
    .execute()

export const listMessagesOf = (db: Database, caseIds: readonly string[]) =>
  db
    .selectFrom('message')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .orderBy('hour')
    .orderBy('case_id')
    .orderBy('seq')
    .execute()

/** The files by name and size, never their bytes. */
export const listFilesOf = (db: Database, caseIds: readonly string[]) =>
  db
    .selectFrom('file')
    .select(['id', 'case_id', 'owner', 'owner_id', 'name', 'type', 'size'])
    .where('case_id', 'in', caseIds)
    .orderBy('id')
    .execute()

export const listRatingsOf = (db: Database, caseIds: readonly string[]) =>
  db.selectFrom('rating').selectAll().where('case_id', 'in', caseIds).orderBy('hour').orderBy('id').execute()
