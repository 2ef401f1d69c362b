import type { Insertable } from 'kysely'
import type { LookBackLotTable, LookBackSampleTable } from '#db/tables/look-back.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertSample(tx: Transaction, row: Insertable<LookBackSampleTable>): Promise<void> {
  await tx.insertInto('look_back_sample').values(row).execute()
}

/** A case keeps the lot it has. */
export async function insertLots(tx: Transaction, rows: readonly Insertable<LookBackLotTable>[]): Promise<void> {
  await tx
    .insertInto('look_back_lot')
    .values(rows)
    .onConflict((taken) => taken.doNothing())
    .execute()
}

/** Takes those that are over and not shown yet, before `quarter`. */
export const lockUnpublishedSamples = (tx: Transaction, quarter: string) =>
  tx
    .selectFrom('look_back_sample')
    .selectAll()
    .where('published_on', 'is', null)
    .where('quarter', '<', quarter)
    .forUpdate()
    .execute()

export async function markSamplePublished(tx: Transaction, quarter: string, on: string): Promise<void> {
  await tx.updateTable('look_back_sample').set({ published_on: on }).where('quarter', '=', quarter).execute()
}
