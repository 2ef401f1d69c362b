import type { Selectable } from 'kysely'
import type { LetterTable } from '#db/tables/office.ts'
import type { Database } from '#db/transaction.ts'

export type LetterRow = Selectable<LetterTable>

export const findLetter = (db: Database, id: string): Promise<LetterRow | undefined> =>
  db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst()
