import type { Insertable, Selectable } from 'kysely'
import type { ExtensionTable, LetterTable, ObjectionTable, ResultTable } from '#db/tables/office.ts'
import type { Transaction } from '#db/transaction.ts'

export type LetterRow = Selectable<LetterTable>
type Track = LetterRow['track']

/** The letters in force: at most one a track. */
export const listLettersInForce = (tx: Transaction, caseId: string): Promise<LetterRow[]> =>
  tx.selectFrom('letter').selectAll().where('case_id', '=', caseId).where('superseded', '=', false).execute()

export async function insertLetter(tx: Transaction, row: Insertable<LetterTable>): Promise<void> {
  await tx.insertInto('letter').values(row).execute()
}

/** A later letter of the track takes its place. */
export async function markLetterSuperseded(tx: Transaction, caseId: string, track: Track): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ superseded: true })
    .where('case_id', '=', caseId)
    .where('track', '=', track)
    .where('superseded', '=', false)
    .execute()
}

export async function markLetterAcknowledged(tx: Transaction, id: string, acknowledged_on: string): Promise<void> {
  await tx.updateTable('letter').set({ acknowledged_on }).where('id', '=', id).execute()
}

export async function markLetterAmended(
  tx: Transaction,
  id: string,
  amended: { task: Buffer; quality: Buffer; feedback_standard: Buffer },
): Promise<void> {
  await tx.updateTable('letter').set(amended).where('id', '=', id).execute()
}

export async function insertObjection(tx: Transaction, row: Insertable<ObjectionTable>): Promise<void> {
  await tx.insertInto('objection').values(row).execute()
}

/** The objection that waits for a ruling on this letter. */
export const findOpenObjection = (tx: Transaction, letterId: string) =>
  tx
    .selectFrom('objection')
    .selectAll()
    .where('letter_id', '=', letterId)
    .where('ruling', 'is', null)
    .executeTakeFirst()

export async function markObjectionRuled(
  tx: Transaction,
  id: string,
  ruled: { ruling: 'reassigned' | 'confirmed'; ruled_by: string; ruling_grounds: Buffer },
): Promise<void> {
  await tx.updateTable('objection').set(ruled).where('id', '=', id).execute()
}

export async function insertExtension(tx: Transaction, row: Insertable<ExtensionTable>): Promise<void> {
  await tx.insertInto('extension').values(row).execute()
}

/** The request for time that waits for a ruling on this letter. */
export const findOpenExtension = (tx: Transaction, letterId: string) =>
  tx
    .selectFrom('extension')
    .selectAll()
    .where('letter_id', '=', letterId)
    .where('granted', 'is', null)
    .executeTakeFirst()

export async function markExtensionRuled(
  tx: Transaction,
  id: string,
  ruled: { granted: boolean; ruled_by: string | null; ruling_grounds: Buffer | null },
): Promise<void> {
  await tx.updateTable('extension').set(ruled).where('id', '=', id).execute()
}

export async function insertResult(tx: Transaction, row: Insertable<ResultTable>): Promise<void> {
  await tx.insertInto('result').values(row).execute()
}

/** Marks the newest result of a letter as sent back, with what is missing. */
export async function markResultReturned(tx: Transaction, letterId: string, returned: (id: string) => Buffer) {
  const newest = await tx
    .selectFrom('result')
    .select('id')
    .where('letter_id', '=', letterId)
    .where('returned', 'is', null)
    .executeTakeFirst()
  if (newest)
    await tx
      .updateTable('result')
      .set({ returned: returned(newest.id) })
      .where('id', '=', newest.id)
      .execute()
}
