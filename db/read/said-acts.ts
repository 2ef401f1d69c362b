import type { Database } from '#db/transaction.ts'

/** Some acts on a subject with what they said, sealed, oldest first: for words that are kept nowhere else. */
export const listSaidActs = (db: Database, subjectId: string, types: readonly string[]) =>
  db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.actor_id')
    .select(['journal.seq', 'journal.type', 'journal.at', 'journal.payload', 'staff.name as by'])
    .where('subject_id', '=', subjectId)
    .where('type', 'in', types)
    .orderBy('seq')
    .execute()
export type SaidAct = Awaited<ReturnType<typeof listSaidActs>>[number]
