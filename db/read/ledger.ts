import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** What a ledger tells of these cases besides what a queue shows: more dates, and how it came out. Clear columns only. */
export const listOutcomes = (db: Database, away: readonly string[], ids: readonly string[]) =>
  db
    .selectFrom('case_file')
    .select(['case_file.id', 'accepted_on', 'closed_on'])
    .select([
      sql<string | null>`case_file.context ->> 'finding'`.as('finding'),
      sql<boolean>`coalesce((case_file.context ->> 'withdrawn')::boolean, false)`.as('withdrawn'),
    ])
    .where('case_file.id', 'in', ids)
    .where(mayKnow(away))
    .execute()

/** The letters in force about these cases: to whom, and under which number. */
export const listLettersInLedger = (db: Database, away: readonly string[], ids: readonly string[]) =>
  db
    .selectFrom('letter')
    .innerJoin('case_file', 'case_file.id', 'letter.case_id')
    .innerJoin('unit', 'unit.id', 'letter.unit_id')
    .select(['letter.case_id', 'letter.track', 'letter.number', 'unit.name as unit'])
    .where('letter.case_id', 'in', ids)
    .where('letter.superseded', '=', false)
    .where(mayKnow(away))
    .execute()
