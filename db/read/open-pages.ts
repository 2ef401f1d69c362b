import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** Whom a case accuses; undefined also where the reader may not know of it. */
export const findKnownCase = (db: Database, id: string, away: readonly string[]) =>
  db
    .selectFrom('case_file')
    .select(['accused', 'accused_provisional', 'accused_people'])
    .where('id', '=', id)
    .where(mayKnow(away))
    .executeTakeFirst()

/** Who has a case open, the first first; pages not seen since `gone` are closed. */
export const listOpenPages = (db: Database, caseId: string, gone: Date) =>
  db
    .selectFrom('open_page')
    .innerJoin('staff', 'staff.id', 'open_page.staff_id')
    .select(['staff.id', 'staff.name', 'staff.unit_id', 'open_page.since'])
    .where('case_id', '=', caseId)
    .where('seen_at', '>=', gone)
    .orderBy('since')
    .orderBy('staff.id')
    .execute()
