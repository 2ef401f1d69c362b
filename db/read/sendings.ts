import type { Database } from '#db/transaction.ts'

/** How somebody is reached, and whether they have a calendar address. */
export const findReached = (db: Database, id: string) =>
  db
    .selectFrom('staff')
    .leftJoin('calendar_feed', 'calendar_feed.staff_id', 'staff.id')
    .select(['staff.email', 'staff.mobile', 'staff.language', 'staff.quiet_mail', 'staff.quiet_sms', 'staff.unit_id'])
    .select(['staff.revision', 'staff.disabled', 'calendar_feed.made_on as calendar_made_on'])
    .where('staff.id', '=', id)
    .executeTakeFirst()

/** What was sent to somebody, or is to be, the newest first: by which channel and how it went, and never what about. */
export const listSendings = (db: Database, staff: string, most: number) =>
  db
    .selectFrom('sending')
    .select(['id', 'channel', 'state', 'unsure', 'attempts', 'failure', 'made_on', 'done_hour'])
    .where('staff_id', '=', staff)
    .orderBy('made_on', 'desc')
    .orderBy('done_hour', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .limit(most)
    .execute()
