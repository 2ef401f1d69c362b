import type { Insertable, Selectable } from 'kysely'
import type { JournalTable, RefusalTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

export type JournalRow = Selectable<JournalTable>
export type JournalInsert = Insertable<JournalTable>

/** The last row of a subject's chain; the subject is locked, so nobody appends meanwhile. */
export const findLastJournalRow = (tx: Transaction, subjectId: string) =>
  tx
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('subject_id', '=', subjectId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertJournalRow(tx: Transaction, row: JournalInsert): Promise<void> {
  await tx.insertInto('journal').values(row).execute()
}

export async function insertRefusal(tx: Transaction, row: Insertable<RefusalTable>): Promise<void> {
  await tx.insertInto('refusal').values(row).execute()
}

export const findAnsweredRequest = (tx: Transaction, actor: string, request: string) =>
  tx
    .selectFrom('answered_request')
    .select('answer')
    .where('actor', '=', actor)
    .where('request', '=', request)
    .executeTakeFirst()

export async function insertAnsweredRequest(
  tx: Transaction,
  row: { actor: string; request: string; answer: string; on_day: string },
): Promise<void> {
  await tx
    .insertInto('answered_request')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}
