import type { Database } from '#db/transaction.ts'

/** When a case was accepted, and beside it every act of these types with its moment; one row where there was none. */
export const listCaseTimes = (db: Database, caseId: string, types: readonly string[]) =>
  db
    .selectFrom('case_file')
    .leftJoin('journal', (join) =>
      join.onRef('journal.subject_id', '=', 'case_file.id').on('journal.type', 'in', types),
    )
    .select(['case_file.accepted_on', 'journal.type', 'journal.at'])
    .where('case_file.id', '=', caseId)
    .orderBy('journal.seq')
    .execute()
