import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/**
 * Running or standing dates that were counted in a year whose holidays were not known then, as far as counting goes: nothing of the cases they belong to but what a date may not pass. `reopening`:
 * the acts after which a case has its time anew.
 */
export const listProvisionalDates = (db: Database, reopening: readonly string[]) =>
  db
    .selectFrom('deadline')
    .where('provisional', '=', true)
    .where('deadline.state', 'in', ['open', 'paused'])
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select(['deadline.name', 'set_on', 'deadline.due_on', 'days', 'calendar_version', 'accepted_on'])
    .select((of) => [
      of
        .selectFrom('journal')
        .select((act) => act.fn.max('at').as('at'))
        .whereRef('subject_id', '=', 'deadline.case_id')
        .where('type', 'in', [...reopening])
        .as('reopened_at'),
      of
        .exists(
          of
            .selectFrom('journal')
            .select('seq')
            .whereRef('subject_id', '=', 'deadline.case_id')
            .where('type', '=', 'grantExtension'),
        )
        .as('extended'),
    ])
    .execute()

/** Cases with such a date, or one that a closure has cut, from an older calendar than this, from after `last` on. */
export async function listCasesToRecount(
  db: Database,
  { version, last, most }: { version: number; last: string | null; most: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('deadline')
    .select('case_id')
    .distinct()
    .where('state', 'in', ['open', 'paused'])
    .where('calendar_version', '<', version)
    .where((date) =>
      date.or([
        date('provisional', '=', true),
        date.exists(
          date
            .selectFrom('closure')
            .select('closure.day')
            .where('withdrawn_version', 'is', null)
            .whereRef('closure.version', '>', 'deadline.calendar_version')
            .whereRef('closure.day', '>', 'deadline.set_on')
            .whereRef('closure.day', '<=', 'deadline.due_on'),
        ),
      ]),
    )
    .$if(last !== null, (dates) => dates.where(sql<boolean>`case_id > ${last}::uuid`))
    .orderBy('case_id')
    .limit(most)
    .execute()
  return rows.map(({ case_id }) => case_id)
}
