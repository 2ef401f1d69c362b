import { type Insertable, type Selectable, sql } from 'kysely'
import type { CaseTable, DataKeyTable } from '#db/tables/case.ts'
import type { Transaction } from '#db/transaction.ts'

export type CaseRow = Selectable<CaseTable>
export type NewCaseRow = Insertable<CaseTable>

/** Reads the case and holds it until the transaction ends: whoever comes second waits, and then sees what happened. */
export const lockCase = (tx: Transaction, id: string): Promise<CaseRow | undefined> =>
  tx.selectFrom('case_file').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function insertDataKey(tx: Transaction, row: Insertable<DataKeyTable>): Promise<void> {
  await tx.insertInto('data_key').values(row).execute()
}

export async function markCaseHeldBy(tx: Transaction, id: string, holder: string | null): Promise<void> {
  await tx.updateTable('case_file').set({ holder }).where('id', '=', id).execute()
}

/** A clerk has read the report: their word replaces what the text alone suggested. */
export async function markCaseAccused(tx: Transaction, id: string, accused: string[]): Promise<void> {
  await tx.updateTable('case_file').set({ accused, accused_provisional: [] }).where('id', '=', id).execute()
}

/** From today on the case follows another; what was said there before is counted as said to others. */
export async function markCaseMerged(tx: Transaction, id: string, main_case: string, merged_on: string): Promise<void> {
  await tx
    .updateTable('case_file')
    .set((eb) => ({
      main_case,
      merged_on,
      merged_after: eb
        .selectFrom('message')
        .where('message.case_id', '=', main_case)
        .select(({ fn, lit }) => fn.coalesce(fn.max('message.seq'), lit(0)).as('last')),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markCaseUnmerged(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('case_file')
    .set({ main_case: null, merged_on: null, merged_after: null })
    .where('id', '=', id)
    .execute()
}

/** One more step of its record, by something that happened to another case. */
export async function markCaseRevised(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('case_file')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What a reporter said later accuses more than was known. */
export async function markCaseRecognised(
  tx: Transaction,
  id: string,
  { units, people }: { units: string[]; people: string[] },
): Promise<void> {
  const accused_provisional = joined('accused_provisional', units)
  await tx
    .updateTable('case_file')
    .set({ accused_provisional, accused_people: joined('accused_people', people) })
    .where('id', '=', id)
    .execute()
}

/** Somebody who may has read it: so much of what was recognised stands. */
export async function markCaseCleared(
  tx: Transaction,
  id: string,
  accused_provisional: string[],
  accused_people: string[],
): Promise<void> {
  await tx.updateTable('case_file').set({ accused_provisional, accused_people }).where('id', '=', id).execute()
}

const joined = (column: 'accused' | 'accused_provisional' | 'accused_people', more: string[]) =>
  sql<string[]>`array(select distinct unnest(${sql.ref(column)} || ${more}::uuid[]))`

type TakenOn = Pick<CaseRow, 'accused' | 'accused_provisional' | 'accused_people' | 'no_dispatch' | 'urgent'>
/**
 * A main case speaks for what is merged into it: whom that accuses stays away from it too, and where one reporter asked
 * that it not go to their own place, it does not; what is urgent in one is urgent in all. One more step of its record. An unmerge leaves this standing: what was kept away may have been seen.
 */
export async function markCaseTakesOn(
  tx: Transaction,
  id: string,
  { accused, accused_provisional, accused_people, no_dispatch, urgent }: TakenOn,
): Promise<void> {
  await tx
    .updateTable('case_file')
    .set({
      revision: sql<number>`revision + 1`,
      accused: joined('accused', accused),
      accused_provisional: joined('accused_provisional', accused_provisional),
      accused_people: joined('accused_people', accused_people),
      no_dispatch: sql<boolean>`no_dispatch or ${no_dispatch}`,
      urgent: sql<boolean>`urgent or ${urgent}`,
    })
    .where('id', '=', id)
    .execute()
}

export async function markCaseNotDispatched(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('case_file').set({ no_dispatch: true }).where('id', '=', id).execute()
}

export async function markCaseReprisal(tx: Transaction, id: string, reprisal: boolean): Promise<void> {
  await tx.updateTable('case_file').set({ reprisal }).where('id', '=', id).execute()
}

export async function markCaseUrgent(tx: Transaction, id: string, urgent: boolean): Promise<void> {
  await tx.updateTable('case_file').set({ urgent }).where('id', '=', id).execute()
}
