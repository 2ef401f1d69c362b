import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** Whose calendar has this address; nobody's where it was revoked or the account is closed. */
export const findFeedOwner = (db: Database, mac: Buffer) =>
  db
    .selectFrom('calendar_feed')
    .innerJoin('staff', 'staff.id', 'calendar_feed.staff_id')
    .select(['staff.id', 'staff.unit_id', 'staff.language'])
    .select((from) =>
      from
        .selectFrom('staff_role')
        .whereRef('staff_role.staff_id', '=', 'staff.id')
        .select((role) => role.fn<string[]>('array_agg', ['role']).as('roles'))
        .as('roles'),
    )
    .where('calendar_feed.mac', '=', mac)
    .where('staff.disabled', '=', false)
    .executeTakeFirst()

type Asked = { names: readonly string[]; most: number }

/** The dates of these names that run on cases in these hands, the earliest first. Ids and days, and nothing else. */
export const listDatesInHand = (
  db: Database,
  { holders, away, names, most }: Asked & { holders: readonly string[]; away: readonly string[] },
) =>
  db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select(['deadline.id', 'deadline.due_on'])
    .where('case_file.holder', 'in', holders)
    .where(mayKnow(away))
    .where('deadline.name', 'in', names)
    .where('deadline.state', 'in', ['open', 'lapsed'])
    .orderBy('deadline.due_on')
    .orderBy('deadline.id')
    .limit(most)
    .execute()

/** The dates of these names that run on letters a unit still owes an answer to. */
export const listDatesOfUnit = (db: Database, { unit, names, most }: Asked & { unit: string }) =>
  db
    .selectFrom('letter')
    .innerJoin('case_file', 'case_file.id', 'letter.case_id')
    .innerJoin('deadline', (join) =>
      join.onRef('deadline.case_id', '=', 'letter.case_id').onRef('deadline.track', '=', 'letter.track'),
    )
    .select(['deadline.id', 'deadline.due_on'])
    .where('letter.unit_id', '=', unit)
    .where('letter.superseded', '=', false)
    .where(sql<boolean>`case_file.context -> 'letters' ->> letter.track = 'out'`)
    .where('deadline.name', 'in', names)
    .where('deadline.state', 'in', ['open', 'lapsed'])
    .orderBy('deadline.due_on')
    .orderBy('deadline.id')
    .limit(most)
    .execute()
