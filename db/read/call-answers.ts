import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** What the office may have told the reporter of a call in the end. */
const TOLD = ['reply', 'noReply', 'refusal', 'handedUp'] as const
/** What was said before a case was merged, and answers its reporter too. */
const ANSWERS = ['reply', 'noReply'] as const

/** `away`, and of those only the units that the officer is in or answers to: who accuses the office is told so all the same. */
type Asked = { away: readonly string[]; above: readonly string[]; again: boolean; most: number }

/**
 * Calls that another system knows by a number of its own, with the last word of the office on each; the longest waiting
 * first. `again`: those too whose answer was written out already.
 */
export const listCallAnswers = (db: Database, { most, ...asked }: Asked) =>
  answered(db, asked)
    .select(['hotline_call.report_id', 'hotline_call.order_number', 'report.case_id', 'told.about'])
    .select(['told.id as message_id', 'told.body', 'told.case_id as told_in'])
    .orderBy('hotline_call.received_on')
    .orderBy('hotline_call.report_id')
    .limit(most)
    .execute()

export async function countCallAnswers(db: Database, asked: Omit<Asked, 'most'>): Promise<number> {
  const row = await answered(db, asked)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

function answered(db: Database, { away, above, again }: Omit<Asked, 'most'>) {
  const rows = db
    .selectFrom('hotline_call')
    .innerJoin('report', 'report.id', 'hotline_call.report_id')
    .innerJoin('case_file', 'case_file.id', 'report.case_id')
    .leftJoin('case_file as main', 'main.id', 'case_file.main_case')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('message')
          .select(['message.id', 'message.case_id', 'message.about', 'message.body', 'message.hour'])
          .where('message.said_by', '=', 'office')
          .where('message.about', 'in', TOLD)
          .where((any) =>
            any.or([
              any.and([
                any('message.case_id', '=', any.ref('case_file.id')),
                any.or([
                  any.and([any('message.report_id', 'is', null), any('report.withdrawn', '=', false)]),
                  any('message.report_id', '=', any.ref('hotline_call.report_id')),
                ]),
              ]),
              any.and([
                any('message.case_id', '=', any.ref('main.id')),
                any.or([
                  any('message.seq', '>', any.ref('case_file.merged_after')),
                  any('message.about', 'in', ANSWERS),
                ]),
              ]),
            ]),
          )
          .orderBy('message.hour', 'desc')
          .orderBy('message.seq', 'desc')
          .limit(1)
          .as('told'),
      (join) => join.onTrue(),
    )
    .where('hotline_call.order_number', 'is not', null)
    .where((any) => any.or([mayKnow(away), any.and([any('told.about', '=', 'handedUp'), mayKnow(above)])]))
    .where((any) => any.or([any('main.id', 'is', null), mayKnow(away, 'main')]))
  if (again) return rows
  return rows.where((any) =>
    any.or([
      any('hotline_call.answered_on', 'is', null),
      // told anew after it was written out
      any('hotline_call.answered_on', '<', sql<string>`(told.hour at time zone 'Asia/Shanghai')::date`),
    ]),
  )
}
