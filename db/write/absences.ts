import type { Insertable } from 'kysely'
import type { AbsenceTable } from '#db/tables/together.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertAbsence(tx: Transaction, row: Insertable<AbsenceTable>): Promise<void> {
  await tx.insertInto('absence').values(row).execute()
}

export const lockAbsence = (tx: Transaction, id: string) =>
  tx.selectFrom('absence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Ends an absence: from that day on the officer does their own work again. */
export async function markAbsenceEnded(tx: Transaction, id: string, ended_on: string): Promise<void> {
  await tx.updateTable('absence').set({ ended_on }).where('id', '=', id).execute()
}

/** Ends whatever runs or is still to come with this officer in it, away or standing in. Answers with how many there were. */
export async function endAbsencesOf(tx: Transaction, staffId: string, ended_on: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('absence')
    .set({ ended_on })
    .where((eb) => eb.or([eb('staff_id', '=', staffId), eb('deputy_id', '=', staffId)]))
    .where('until_on', '>=', ended_on)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
