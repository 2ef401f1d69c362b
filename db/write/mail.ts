import type { Insertable } from 'kysely'
import type { DataKeyTable } from '#db/tables/case.ts'
import type { MailTable, QuarantineChunkTable, QuarantineTable } from '#db/tables/mailbox.ts'
import type { Transaction } from '#db/transaction.ts'

/** Throws a violation of `mail_mark_key` for a mail that came before. */
export async function insertMail(tx: Transaction, row: Insertable<MailTable>): Promise<void> {
  await tx.insertInto('mail').values(row).execute()
}

export async function insertQuarantine(
  tx: Transaction,
  row: Insertable<QuarantineTable>,
  key: Insertable<DataKeyTable>,
): Promise<void> {
  await tx.insertInto('data_key').values(key).execute()
  await tx.insertInto('quarantine').values(row).execute()
}

export async function insertQuarantineChunk(tx: Transaction, row: Insertable<QuarantineChunkTable>): Promise<void> {
  await tx.insertInto('quarantine_chunk').values(row).execute()
}
