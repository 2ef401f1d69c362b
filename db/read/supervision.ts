import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** The orders of one case in the order of issue, each with its unit; what was said stays sealed. */
export const listOrdersOf = (db: Database, caseId: string) =>
  ordersWithWords(db).where('supervision_order.case_id', '=', caseId).execute()

/** The same, on one letter. */
export const listOrdersOn = (db: Database, letterId: string) =>
  ordersWithWords(db).where('supervision_order.letter_id', '=', letterId).execute()

/** One order with the letter it is about; undefined also where the reader may not know of the case. */
export const findOrder = (db: Database, id: string, away: readonly string[]) =>
  ordersWithWords(db)
    .innerJoin('case_file', 'case_file.id', 'supervision_order.case_id')
    .select(['case_file.number as case_number', 'case_file.revision'])
    .where('supervision_order.id', '=', id)
    .where(mayKnow(away))
    .executeTakeFirst()

/** One order to a unit about a letter of its own; of the case nothing but its id, for the look. */
export const findOrderTo = (db: Database, unit: string, letterId: string, id: string) =>
  ordersWithWords(db)
    .where('supervision_order.id', '=', id)
    .where('supervision_order.letter_id', '=', letterId)
    .where('supervision_order.unit_id', '=', unit)
    .executeTakeFirst()

const ordersWithWords = (db: Database) =>
  db
    .selectFrom('supervision_order')
    .innerJoin('unit', 'unit.id', 'supervision_order.unit_id')
    .innerJoin('letter', 'letter.id', 'supervision_order.letter_id')
    .innerJoin('note', 'note.id', 'supervision_order.note_id')
    .leftJoin('note as answer', 'answer.id', 'supervision_order.answer_note_id')
    .selectAll('supervision_order')
    .select(['unit.name as unit_name', 'letter.number as letter_number', 'letter.superseded', 'note.body'])
    .select('answer.body as answer_body')
    .orderBy('supervision_order.year')
    .orderBy('supervision_order.serial')

export type PlaceInOrders = { day: string; id: string }
type ListOrders = {
  away: readonly string[]
  open: boolean
  unit: string | null
  after: PlaceInOrders | null
  most: number
}

/** Orders in clear columns: those not settled, by the day of their answer, or the settled ones, the newest first. */
export const listOrders = (db: Database, { away, open, unit, after, most }: ListOrders) => {
  const day = open ? 'supervision_order.answer_by' : 'supervision_order.issued_on'
  return db
    .selectFrom('supervision_order')
    .innerJoin('case_file', 'case_file.id', 'supervision_order.case_id')
    .innerJoin('unit', 'unit.id', 'supervision_order.unit_id')
    .innerJoin('letter', 'letter.id', 'supervision_order.letter_id')
    .select([
      'supervision_order.id',
      'supervision_order.number',
      'supervision_order.unit_id',
      'supervision_order.issued_on',
      'answer_by',
    ])
    .select(['answered_on', 'settled_on', 'unit.name as unit_name', 'letter.number as letter_number'])
    .where('settled_on', open ? 'is' : 'is not', null)
    .where(mayKnow(away))
    .$if(unit !== null, (query) => query.where('supervision_order.unit_id', '=', unit ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        open
          ? sql<boolean>`(${sql.ref(day)}, supervision_order.id) > (${after?.day}::date, ${after?.id}::uuid)`
          : sql<boolean>`(${sql.ref(day)}, supervision_order.id) < (${after?.day}::date, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(day, open ? 'asc' : 'desc')
    .orderBy('supervision_order.id', open ? 'asc' : 'desc')
    .limit(most)
    .execute()
}

/** What is or was with discipline inspection, the newest first; clear columns only. */
export const listReferrals = (
  db: Database,
  { away, open, most }: { away: readonly string[]; open: boolean; most: number },
) =>
  db
    .selectFrom('referral')
    .innerJoin('case_file', 'case_file.id', 'referral.case_id')
    .select(['referral.id', 'referral.number', 'referred_on', 'concluded_on', 'case_file.number as case_number'])
    .where('concluded_on', open ? 'is' : 'is not', null)
    .where(mayKnow(away))
    .orderBy('referred_on', 'desc')
    .orderBy('referral.id')
    .limit(most)
    .execute()

export const listReferralsOf = (db: Database, caseId: string) =>
  db
    .selectFrom('referral')
    .select(['id', 'number', 'referred_on', 'concluded_on'])
    .where('case_id', '=', caseId)
    .orderBy('year')
    .orderBy('serial')
    .execute()

/** One referral with its sealed sheet; undefined also where the reader may not know of the case. */
export const findReferral = (db: Database, id: string, away: readonly string[]) =>
  db
    .selectFrom('referral')
    .innerJoin('case_file', 'case_file.id', 'referral.case_id')
    .selectAll('referral')
    .select(['case_file.number as case_number', 'case_file.revision'])
    .where('referral.id', '=', id)
    .where(mayKnow(away))
    .executeTakeFirst()
