import type { Selectable } from 'kysely'
import type { LetterTable } from '#db/tables/office.ts'
import type { Database } from '#db/transaction.ts'

export type LetterRow = Selectable<LetterTable>

/** The newest granted extension of the letter in force on one track. */
export const findGrantedExtension = (db: Database, caseId: string, track: LetterRow['track']) =>
  db
    .selectFrom('extension')
    .innerJoin('letter', 'letter.id', 'extension.letter_id')
    .select(['extension.days', 'extension.asked_on'])
    .where('letter.case_id', '=', caseId)
    .where('letter.track', '=', track)
    .where('letter.superseded', '=', false)
    .where('extension.granted', '=', true)
    .orderBy('extension.asked_on', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findLetter = (db: Database, id: string): Promise<LetterRow | undefined> =>
  db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst()
