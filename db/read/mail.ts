import type { Selectable } from 'kysely'
import type { MailTable } from '#db/tables/mailbox.ts'
import type { Database } from '#db/transaction.ts'

export type MailRow = Selectable<MailTable>

/** What became of a mail. */
export const findMailOf = (db: Database, id: string): Promise<MailRow | undefined> =>
  db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()

/** The mail that came before under this mark. */
export const findMail = (db: Database, mark: Buffer): Promise<MailRow | undefined> =>
  db.selectFrom('mail').selectAll().where('mark', '=', mark).executeTakeFirst()
