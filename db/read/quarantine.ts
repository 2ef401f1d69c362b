import { type Expression, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** A mail that names one of these units, as far as it can be read, is not there for whoever belongs to them. */
const notNaming = (away: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`not (quarantine.accused && ${away}::uuid[])`

const waiting = (db: Database, away: readonly string[]) =>
  db.selectFrom('quarantine').where('state', '=', 'waiting').where(notNaming(away))

/** Mails that wait for somebody to look at them, oldest first, from after `last` on. */
export function listQuarantined(
  db: Database,
  { away, last, limit }: { away: readonly string[]; last?: { day: string; id: string }; limit: number },
) {
  let rows = waiting(db, away)
    .innerJoin('mail', 'mail.id', 'quarantine.mail_id')
    .select(['quarantine.mail_id as id', 'quarantine.received_on', 'quarantine.size', 'mail.reason'])
  if (last)
    rows = rows.where(
      sql<boolean>`(quarantine.received_on, quarantine.mail_id) > (${last.day}::date, ${last.id}::uuid)`,
    )
  return rows.orderBy('quarantine.received_on').orderBy('quarantine.mail_id').limit(limit).execute()
}

/** How many wait; stops counting at `most`. */
export async function countQuarantined(db: Database, away: readonly string[], most: number): Promise<number> {
  const some = waiting(db, away).select('mail_id').limit(most).as('some')
  const { count } = await db
    .selectFrom(some)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** One of them, decided or not, where nothing in it names `away`. */
export const findQuarantined = (db: Database, id: string, away: readonly string[]) =>
  db
    .selectFrom('quarantine')
    .innerJoin('mail', 'mail.id', 'quarantine.mail_id')
    .selectAll('quarantine')
    .select(['mail.reason', 'mail.report_id'])
    // an address is whatever somebody typed
    .where(sql<string>`quarantine.mail_id::text`, '=', id)
    .where(notNaming(away))
    .executeTakeFirst()

/** Mails that were decided before `day` and are still there: rejected, or where `released` so and taken in since. */
export const listDecidedMails = (db: Database, { day, released, limit }: Decided) =>
  db
    .selectFrom('quarantine')
    .innerJoin('mail', 'mail.id', 'quarantine.mail_id')
    .select('quarantine.mail_id as id')
    .where('quarantine.purged_on', 'is', null)
    .where('quarantine.decided_on', '<', day)
    .where((any) =>
      any.or([
        any('quarantine.state', '=', 'rejected'),
        ...(released
          ? [any.and([any('quarantine.state', '=', 'released'), any('mail.outcome', '<>', 'quarantined')])]
          : []),
      ]),
    )
    .orderBy('quarantine.decided_on')
    .limit(limit)
    .execute()
type Decided = { day: string; released: boolean; limit: number }

/** Its sealed pieces, in order. */
export const listQuarantineChunks = (db: Database, mail: string) =>
  db
    .selectFrom('quarantine_chunk')
    .select(['position', 'bytes'])
    .where('mail_id', '=', mail)
    .orderBy('position')
    .execute()

/** Who looked at a mail, newest first: each officer once with the last time. */
export const listLooksAtMail = (db: Database, mail: string) =>
  db
    .selectFrom('look')
    .innerJoin('staff', 'staff.id', 'look.staff_id')
    .select(({ fn }) => ['staff.name', fn.max('look.at').as('at')])
    .where('look.case_id', '=', mail)
    .groupBy(['staff.id', 'staff.name'])
    .orderBy('at', 'desc')
    .execute()

type Seen = { staff: string; from: Date; to: Date; away: readonly string[]; most: number }
/** Which mails somebody looked at in a period, and how often, with why they are there and what became of them; the latest first. */
export const listMailsSeenBy = (db: Database, { staff, from, to, away, most }: Seen) =>
  db
    .selectFrom('look')
    .innerJoin('quarantine', 'quarantine.mail_id', 'look.case_id')
    .innerJoin('mail', 'mail.id', 'quarantine.mail_id')
    .select(['mail.id', 'mail.received_on', 'mail.reason', 'quarantine.state', 'quarantine.purged_on'])
    .select(({ fn }) => [fn.countAll<string>().as('looks'), fn.max('look.at').as('last')])
    .where('look.staff_id', '=', staff)
    .where('look.at', '>=', from)
    .where('look.at', '<', to)
    .where(notNaming(away))
    .groupBy(['mail.id', 'mail.received_on', 'mail.reason', 'quarantine.state', 'quarantine.purged_on'])
    .orderBy('last', 'desc')
    .limit(most)
    .execute()
