import { type Expression, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** A case by its number; undefined also where the asker may not know of it. */
export const findNumbered = (db: Database, number: string, away: readonly string[]) =>
  db
    .selectFrom('case_file')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .select([
      'case_file.id',
      'number',
      'life',
      'received_on',
      'closed_on',
      'case_file.kind',
      'kind.name_zh',
      'kind.name_en',
    ])
    .where('number', '=', number)
    .where(mayKnow(away))
    .executeTakeFirst()

/** Every row of a case's chain, oldest first, with the officer's name. What was said is sealed. */
export const listRecordRows = (db: Database, caseId: string) =>
  db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.actor_id')
    .select(['seq', 'at', 'actor_kind', 'actor_role', 'type', 'from_value', 'to_value', 'hash', 'staff.name'])
    .select('journal.payload')
    .where('subject_id', '=', caseId)
    .orderBy('seq')
    .execute()

/** Who saw a case, when, on which page. */
export const listLooks = (db: Database, caseId: string) =>
  db
    .selectFrom('look')
    .innerJoin('staff', 'staff.id', 'look.staff_id')
    .select(['look.id', 'look.at', 'look.page', 'look.reason', 'staff.name'])
    .where('case_id', '=', caseId)
    .orderBy('look.at')
    .orderBy('look.id')
    .execute()

/** Every date a case ever carried, with its rule. */
export const listEveryDate = (db: Database, caseId: string) =>
  db
    .selectFrom('deadline')
    .select(['id', 'name', 'track', 'state', 'set_on', 'due_on', 'days', 'rule', 'provisional', 'pauses', 'paused_on'])
    .where('case_id', '=', caseId)
    .orderBy('set_on')
    .orderBy('due_on')
    .orderBy('name')
    .execute()

type Period = { from: Date; to: Date }
const within = (column: string, { from, to }: Period): Expression<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`

/** Which cases somebody looked at in a period, how often, and how many acts they ever did on each; the latest first. */
export const listCasesSeenBy = (
  db: Database,
  staffId: string,
  period: Period,
  { away, most }: { away: readonly string[]; most: number },
) =>
  db
    .selectFrom('look')
    .innerJoin('case_file', 'case_file.id', 'look.case_id')
    .select(['case_file.number', 'case_file.life'])
    .select(({ fn }) => [
      fn.countAll<string>().as('looks'),
      fn.max('look.at').as('last'),
      sql<string[]>`array_agg(distinct look.page)`.as('pages'),
      sql<string>`(select count(*) from journal where journal.subject_id = case_file.id and journal.actor_id = ${staffId})`.as(
        'acts',
      ),
    ])
    .where('look.staff_id', '=', staffId)
    .where(within('look.at', period))
    .where(mayKnow(away))
    .groupBy(['case_file.id', 'case_file.number', 'case_file.life'])
    .orderBy('last', 'desc')
    .limit(most)
    .execute()

/** What somebody asked for in a period and was refused, the latest first. */
export const listRefusalsOf = (
  db: Database,
  staffId: string,
  period: Period,
  { away, most }: { away: readonly string[]; most: number },
) =>
  db
    .selectFrom('refusal')
    .leftJoin('case_file', 'case_file.id', 'refusal.subject_id')
    .select(['refusal.id', 'refusal.at', 'refusal.type', 'refusal.code', 'case_file.number'])
    .where('refusal.staff_id', '=', staffId)
    .where(within('refusal.at', period))
    .where((eb) => eb.or([eb('case_file.id', 'is', null), mayKnow(away)]))
    .orderBy('refusal.at', 'desc')
    .limit(most)
    .execute()
