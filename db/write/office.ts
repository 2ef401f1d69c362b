import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { BriefTable, NoteTable, RatingTable, ReplyTable } from '#db/tables/office.ts'
import type { MentionTable } from '#db/tables/together.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertNote(tx: Transaction, row: Insertable<NoteTable>): Promise<void> {
  await tx.insertInto('note').values(row).execute()
}

/** The colleagues a note names; `revision` is the case's after the note. */
export async function insertMentions(tx: Transaction, rows: readonly Insertable<MentionTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('mention').values(rows).execute()
}

export const findLastBrief = (tx: Transaction, caseId: string) =>
  tx
    .selectFrom('brief')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertBrief(tx: Transaction, row: Insertable<BriefTable>): Promise<void> {
  await tx.insertInto('brief').values(row).execute()
}

/** The reporter does not want it to go there: the announcement is taken back, the text stays. */
export async function markBriefUnannounced(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('brief')
    .set({ territory_unit: null, department_unit: null, lead: null })
    .where('id', '=', id)
    .execute()
}

/** One more draft; the case is locked, so the next number is free. */
export async function insertReply(tx: Transaction, row: Omit<Insertable<ReplyTable>, 'version'>): Promise<void> {
  const { last } = await tx
    .selectFrom('reply')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('case_id', '=', row.case_id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('reply')
    .values({ ...row, version: (last ?? 0) + 1 })
    .execute()
}

/** The draft that now waits for its second person. */
export const findDraftedReply = (tx: Transaction, caseId: string) =>
  tx.selectFrom('reply').selectAll().where('case_id', '=', caseId).where('state', '=', 'drafted').executeTakeFirst()

export async function markReplyRuled(
  tx: Transaction,
  id: string,
  ruled: { state: 'approved' | 'returned'; second: string },
): Promise<void> {
  await tx.updateTable('reply').set(ruled).where('id', '=', id).execute()
}

export async function insertRating(tx: Transaction, row: Insertable<RatingTable>): Promise<void> {
  await tx.insertInto('rating').values(row).execute()
}

/** One writer of serial numbers at a time, for the length of the transaction. */
export async function lockLetterSerials(tx: Transaction, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('letter serial'), ${year})`.execute(tx)
  const row = await tx
    .selectFrom('letter')
    .select(({ fn }) => fn.max('serial').as('last'))
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.last ?? 0
}
