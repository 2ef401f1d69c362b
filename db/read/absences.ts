import { type ExpressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Database } from '#db/transaction.ts'

type Absences = ExpressionBuilder<Tables, 'absence'>
/** Both days included; whoever came back early is back on that day. */
const running = (eb: Absences, day: string) =>
  eb.and([
    eb('from_on', '<=', day),
    eb('until_on', '>=', day),
    eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', day)]),
  ])

/** Those of these officers who are away on that day, each with who looks after their work. */
export async function listAwayOn(db: Database, day: string, staffIds: readonly string[]) {
  if (staffIds.length === 0) return []
  return db
    .selectFrom('absence')
    .innerJoin('staff as deputy', 'deputy.id', 'absence.deputy_id')
    .select(['absence.staff_id', 'absence.until_on', 'deputy.id as deputy_id', 'deputy.name as deputy_name'])
    .select(['deputy.unit_id as deputy_unit', 'deputy.disabled as deputy_left'])
    .where('absence.staff_id', 'in', staffIds)
    .where((eb) => running(eb, day))
    .execute()
}

/** Whose work this officer looks after on that day, besides their own. */
export async function listStoodInFor(db: Database, day: string, deputyId: string) {
  return db
    .selectFrom('absence')
    .innerJoin('staff', 'staff.id', 'absence.staff_id')
    .select(['staff.id', 'staff.name', 'absence.from_on', 'absence.until_on'])
    .where('absence.deputy_id', '=', deputyId)
    .where('staff.disabled', '=', false)
    .where((eb) => running(eb, day))
    .orderBy('staff.login')
    .execute()
}

/** What is still to come, or runs, of somebody's absences on that day; also those in which they stand in. */
export const listAbsencesFrom = (db: Database, day: string, who: { staff: string } | { deputy: string }) =>
  db
    .selectFrom('absence')
    .innerJoin('staff', 'staff.id', 'absence.staff_id')
    .innerJoin('staff as deputy', 'deputy.id', 'absence.deputy_id')
    .select(['absence.id', 'staff_id', 'deputy_id', 'from_on', 'until_on'])
    .select(['staff.name as name', 'deputy.name as deputy'])
    .where('staff' in who ? 'absence.staff_id' : 'absence.deputy_id', '=', 'staff' in who ? who.staff : who.deputy)
    .where('until_on', '>=', day)
    .where('ended_on', 'is', null)
    .orderBy('from_on')
    .execute()
