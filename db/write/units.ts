import type { Insertable, Updateable } from 'kysely'
import type { UnitChangeTable } from '#db/tables/settings.ts'
import type { UnitTable } from '#db/tables/unit.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertUnit(tx: Transaction, row: Insertable<UnitTable>): Promise<void> {
  await tx.insertInto('unit').values(row).execute()
}

export async function markUnitChanged(tx: Transaction, id: string, change: Updateable<UnitTable>): Promise<void> {
  await tx.updateTable('unit').set(change).where('id', '=', id).execute()
}

/** A revision that is kept already stays as it is. */
export async function insertUnitChange(tx: Transaction, row: Insertable<UnitChangeTable>): Promise<void> {
  await tx
    .insertInto('unit_change')
    .values(row)
    .onConflict((kept) => kept.doNothing())
    .execute()
}
