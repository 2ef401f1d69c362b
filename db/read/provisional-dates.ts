import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** Running or standing dates that were counted in a year whose holidays were not known then. */
const provisional = (db: Database) =>
  db.selectFrom('deadline').where('provisional', '=', true).where('state', 'in', ['open', 'paused'])

/** All of them, as far as counting goes: nothing of the cases they belong to. */
export const listProvisionalDates = (db: Database) =>
  provisional(db).select(['set_on', 'due_on', 'days', 'calendar_version']).execute()

/** Cases with such a date from an older calendar than this, from after `last` on. */
export async function listCasesToRecount(
  db: Database,
  { version, last, most }: { version: number; last: string | null; most: number },
): Promise<string[]> {
  const rows = await provisional(db)
    .select('case_id')
    .distinct()
    .where('calendar_version', '<', version)
    .$if(last !== null, (dates) => dates.where(sql<boolean>`case_id > ${last}::uuid`))
    .orderBy('case_id')
    .limit(most)
    .execute()
  return rows.map(({ case_id }) => case_id)
}
