import type { Insertable } from 'kysely'
import type { Audience } from '#db/read/figures.ts'
import type { FigureSnapshotTable } from '#db/tables/figure.ts'
import type { Transaction } from '#db/transaction.ts'

/** The newest snapshot with the counts behind it; no other snapshot is taken before this transaction ends. */
export const lockFigures = (tx: Transaction, audience: Audience) =>
  tx.selectFrom('figure_snapshot').selectAll().where('audience', '=', audience).forUpdate().execute()

/** Takes the place of the snapshot before. */
export async function putFigures(tx: Transaction, rows: readonly Insertable<FigureSnapshotTable>[]): Promise<void> {
  await tx
    .insertInto('figure_snapshot')
    .values(rows)
    .onConflict((stored) =>
      stored.columns(['audience', 'cell']).doUpdateSet(({ ref }) => ({
        taken_on: ref('excluded.taken_on'),
        shown: ref('excluded.shown'),
        counted: ref('excluded.counted'),
        step: ref('excluded.step'),
      })),
    )
    .execute()
}
