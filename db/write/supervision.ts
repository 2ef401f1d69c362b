import { type Insertable, type Selectable, sql } from 'kysely'
import type { ReferralTable, SupervisionOrderTable } from '#db/tables/supervision.ts'
import type { Transaction } from '#db/transaction.ts'

export type OrderRow = Selectable<SupervisionOrderTable>
type Track = OrderRow['track']

/** The newest order on one side of a case, settled or not. */
export const findLastOrder = (tx: Transaction, caseId: string, track: Track): Promise<OrderRow | undefined> =>
  tx
    .selectFrom('supervision_order')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('track', '=', track)
    .orderBy('year', 'desc')
    .orderBy('serial', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertOrder(tx: Transaction, row: Insertable<SupervisionOrderTable>): Promise<void> {
  await tx.insertInto('supervision_order').values(row).execute()
}

export async function markOrderAnswered(
  tx: Transaction,
  id: string,
  answered: { answer_note_id: string; answered_on: string },
): Promise<void> {
  await tx.updateTable('supervision_order').set(answered).where('id', '=', id).execute()
}

export async function markOrderSettled(
  tx: Transaction,
  id: string,
  settled: { settled_by: string; settled_on: string },
): Promise<void> {
  await tx.updateTable('supervision_order').set(settled).where('id', '=', id).where('settled_on', 'is', null).execute()
}

export async function insertReferral(tx: Transaction, row: Insertable<ReferralTable>): Promise<void> {
  await tx.insertInto('referral').values(row).execute()
}

/** Whatever of a case is with discipline inspection counts as concluded. */
export async function markReferralConcluded(
  tx: Transaction,
  caseId: string,
  concluded: { concluded_by: string; concluded_on: string },
): Promise<void> {
  await tx
    .updateTable('referral')
    .set(concluded)
    .where('case_id', '=', caseId)
    .where('concluded_on', 'is', null)
    .execute()
}

/** One writer of serial numbers at a time, for the length of the transaction. Answers with the last that was given. */
export async function lockPaperSerials(
  tx: Transaction,
  paper: 'supervision_order' | 'referral',
  year: number,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${paper} serial`}), ${year})`.execute(tx)
  const row = await tx
    .selectFrom(paper)
    .select(({ fn }) => fn.max('serial').as('last'))
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.last ?? 0
}
