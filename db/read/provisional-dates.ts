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

/**
 * Cases with a date from an older calendar than this that a closure has cut, or a provisional one that does not know the
 * newest notice; from after `last` on. `names`: of the dates that are counted in working days.
 */
export async function listCasesToRecount(
  db: Database,
  { version, names, last, most }: { version: number; names: readonly string[]; last: string | null; most: number },
): Promise<{ id: string; closed: boolean }[]> {
  const rows = await db
    .selectFrom('deadline')
    .select(['case_id', sql<boolean>`bool_or(${CUT})`.as('closed')])
    .where('state', 'in', ['open', 'paused'])
    .where('calendar_version', '<', version)
    .where('name', 'in', [...names])
    .where(sql<boolean>`(${CUT} or provisional and exists (
      select from calendar_year where calendar_year.version > deadline.calendar_version))`)
    .groupBy('case_id')
    .$if(last !== null, (dates) => dates.where(sql<boolean>`case_id > ${last}::uuid`))
    .orderBy('case_id')
    .limit(most)
    .execute()
  return rows.map(({ case_id, closed }) => ({ id: case_id, closed }))
}

const CUT = sql<boolean>`exists (select from closure where withdrawn_version is null
  and closure.version > deadline.calendar_version and closure.day > deadline.set_on and closure.day <= deadline.due_on)`
