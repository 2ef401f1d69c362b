import type { Selectable } from 'kysely'
import type { NoteTable } from '#db/tables/office.ts'
import type { Database } from '#db/transaction.ts'

export type NoteRow = Selectable<NoteTable>

export const listNotes = (db: Database, caseId: string): Promise<NoteRow[]> =>
  db.selectFrom('note').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute()

/** The newest note an act of this type left. */
export const findNewestNote = (db: Database, caseId: string, about: string): Promise<NoteRow | undefined> =>
  db
    .selectFrom('note')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('about', '=', about)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
