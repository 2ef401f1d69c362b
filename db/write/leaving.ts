import type { HandedCaseTable } from '#db/tables/settings.ts'
import type { Transaction } from '#db/transaction.ts'

/** Notes every case that somebody has in hand, to be moved one by one. Answers with how many there are. */
export async function noteHeldCases(tx: Transaction, staffId: string): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('handed_case')
    .columns(['staff_id', 'case_id'])
    .expression((eb) =>
      eb
        .selectFrom('case_file')
        .select(['holder', 'id'])
        .where('holder', '=', staffId)
        .$narrowType<{ holder: string }>(),
    )
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

export async function markCaseMovedFrom(
  tx: Transaction,
  staffId: string,
  caseId: string,
  fate: NonNullable<HandedCaseTable['fate']>,
): Promise<void> {
  await tx
    .updateTable('handed_case')
    .set({ fate })
    .where('staff_id', '=', staffId)
    .where('case_id', '=', caseId)
    .where('fate', 'is', null)
    .execute()
}

/** One more who may go on with a typical case; whoever wrote on it stays its author. */
export async function markAuthorAdded(tx: Transaction, typicalCaseId: string, authors: string[]): Promise<void> {
  await tx.updateTable('typical_case').set({ authors }).where('id', '=', typicalCaseId).execute()
}

/** Views of one's own go with the account. */
export async function deleteViewsOf(tx: Transaction, staffId: string): Promise<void> {
  await tx.deleteFrom('saved_view').where('staff_id', '=', staffId).execute()
}
