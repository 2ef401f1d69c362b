import type { Insertable } from 'kysely'
import type { MailDomainTable } from '#db/tables/mailbox.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertMailDomains(tx: Transaction, rows: readonly Insertable<MailDomainTable>[]): Promise<void> {
  await tx.insertInto('mail_domain').values(rows).execute()
}

export async function deleteMailDomain(tx: Transaction, domain: string): Promise<void> {
  await tx.deleteFrom('mail_domain').where('domain', '=', domain).execute()
}
