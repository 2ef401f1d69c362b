import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { FileChunkTable, FileTable, MessageTable, ReportTable } from '#db/tables/case.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertReport(tx: Transaction, row: Insertable<ReportTable>): Promise<void> {
  await tx.insertInto('report').values(row).execute()
}

/** Takes the report of one receipt, held until the transaction ends. */
export const lockReportByReceipt = (tx: Transaction, receiptMac: Buffer) =>
  tx.selectFrom('report').selectAll().where('receipt_mac', '=', receiptMac).forUpdate().executeTakeFirst()

/** Takes one report, held until the transaction ends. */
export const lockReport = (tx: Transaction, id: string) =>
  tx.selectFrom('report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The code was shown once more for the same form. */
export async function markReportShown(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('report')
    .set((eb) => ({ shown: eb('shown', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The code has opened the thread: from now on it is not shown again. */
export async function markReportUsed(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('report').set({ used: true }).where('id', '=', id).where('used', '=', false).execute()
}

export async function markReportHasContact(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('report').set({ has_contact: true }).where('id', '=', id).execute()
}

/** Appends to the thread; the case row is locked, so the next number is free. */
export async function insertMessage(tx: Transaction, row: Omit<Insertable<MessageTable>, 'seq'>): Promise<void> {
  await tx
    .insertInto('message')
    .values((eb) => ({
      ...row,
      seq: eb
        .selectFrom('message')
        .where('case_id', '=', row.case_id)
        .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('seq'), lit(0))} + 1`.as('next')),
    }))
    .execute()
}

export async function insertFile(tx: Transaction, row: Insertable<FileTable>): Promise<void> {
  await tx.insertInto('file').values(row).execute()
}

export async function insertFileChunk(tx: Transaction, row: Insertable<FileChunkTable>): Promise<void> {
  await tx.insertInto('file_chunk').values(row).execute()
}

/** Puts a contact into the vault. `app` may insert there and nothing else: no row comes back, no conflict is looked at. */
export async function insertSealedContact(
  tx: Transaction,
  row: { id: string; report_id: string; sealed: Buffer },
): Promise<void> {
  await sql`insert into vault.sealed_contact (id, report_id, sealed) values (${row.id}, ${row.report_id}, ${row.sealed})`.execute(
    tx,
  )
}

/** Puts a mail as it came into the vault, in the same way. */
export async function insertSealedOriginal(
  tx: Transaction,
  row: { id: string; report_id: string; sealed: Buffer },
): Promise<void> {
  await sql`insert into vault.sealed_original (id, report_id, sealed) values (${row.id}, ${row.report_id}, ${row.sealed})`.execute(
    tx,
  )
}
