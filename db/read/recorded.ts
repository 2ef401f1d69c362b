import type { Database } from '#db/transaction.ts'

/** What stands in the tables about subjects of the record, to be compared with it. */
export const listRecordedCases = (db: Database, ids: readonly string[]) =>
  db
    .selectFrom('case_file')
    .select(['id', 'revision', 'value', 'machine_version', 'context', 'life', 'due_on'])
    .select(['kind', 'complexity', 'place_unit', 'accepted_on', 'closed_on'])
    .where('id', 'in', ids)
    .execute()

export const listDatesOf = (db: Database, caseIds: readonly string[]) =>
  db.selectFrom('deadline').selectAll().where('case_id', 'in', caseIds).orderBy('id').execute()

export const listLettersOf = (db: Database, caseIds: readonly string[]) =>
  db.selectFrom('letter').selectAll().where('case_id', 'in', caseIds).orderBy('id').execute()

export const listRecordedTypicalCases = (db: Database, ids: readonly string[]) =>
  db.selectFrom('typical_case').select(['id', 'revision', 'value', 'life']).where('id', 'in', ids).execute()

export const listRecordedMails = (db: Database, ids: readonly string[]) =>
  db
    .selectFrom('quarantine')
    .select(['mail_id', 'revision', 'state', 'purged_on'])
    .where('mail_id', 'in', ids)
    .execute()
