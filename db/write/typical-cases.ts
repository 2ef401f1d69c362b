import type { Insertable, Selectable } from 'kysely'
import type { TypicalCaseRevisionTable, TypicalCaseTable } from '#db/tables/typical-case.ts'
import type { Transaction } from '#db/transaction.ts'

export type TypicalCaseRow = Selectable<TypicalCaseTable>

export const lockTypicalCase = (tx: Transaction, id: string): Promise<TypicalCaseRow | undefined> =>
  tx.selectFrom('typical_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function insertTypicalCase(tx: Transaction, row: Insertable<TypicalCaseTable>): Promise<void> {
  await tx.insertInto('typical_case').values(row).execute()
}

type Moved = { value: string; context: string; machine_version: number; revision: number; life: string }
/** Saves the snapshot of a step. Only the engine calls it. */
export async function markTypicalCaseMoved(tx: Transaction, id: string, moved: Moved): Promise<void> {
  await tx.updateTable('typical_case').set(moved).where('id', '=', id).execute()
}

/** The text that counts now, with everyone who ever wrote a word of it. */
export async function markTypicalCaseWritten(
  tx: Transaction,
  id: string,
  written: { title: Buffer; body: Buffer; authors: string[] },
): Promise<void> {
  await tx.updateTable('typical_case').set(written).where('id', '=', id).execute()
}

export async function markTypicalCaseApproved(tx: Transaction, id: string, approved_by: string | null): Promise<void> {
  await tx.updateTable('typical_case').set({ approved_by }).where('id', '=', id).execute()
}

export async function markTypicalCasePublished(
  tx: Transaction,
  id: string,
  published: { slug: string; published_on: string },
): Promise<void> {
  await tx.updateTable('typical_case').set(published).where('id', '=', id).execute()
}

export async function markTypicalCaseCorrected(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('typical_case')
    .set((eb) => ({ corrections: eb('corrections', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function insertTypicalCaseSource(tx: Transaction, typicalCaseId: string, caseId: string): Promise<void> {
  await tx
    .insertInto('typical_case_source')
    .values({ typical_case_id: typicalCaseId, case_id: caseId })
    .onConflict((c) => c.doNothing())
    .execute()
}
export async function deleteTypicalCaseSource(tx: Transaction, typicalCaseId: string, caseId: string): Promise<void> {
  await tx
    .deleteFrom('typical_case_source')
    .where('typical_case_id', '=', typicalCaseId)
    .where('case_id', '=', caseId)
    .execute()
}

type Revision = Omit<Insertable<TypicalCaseRevisionTable>, 'version'>
/** Keeps one more saved text; the typical case is locked, so the next number is free. */
export async function insertTypicalCaseRevision(tx: Transaction, row: Revision): Promise<void> {
  const last = await findLastRevision(tx, row.typical_case_id)
  await tx
    .insertInto('typical_case_revision')
    .values({ ...row, version: (last?.version ?? 0) + 1 })
    .execute()
}

export const findLastRevision = (tx: Transaction, id: string) =>
  tx
    .selectFrom('typical_case_revision')
    .selectAll()
    .where('typical_case_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
