import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** Active officers who hold one of these roles, each with all of them. */
export const listColleagues = (db: Database, roles: readonly string[]) =>
  db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.id')
    .select(['staff.id', 'staff.name', 'staff.login', 'staff.unit_id'])
    .select(({ fn }) => fn.agg<string[]>('array_agg', ['staff_role.role']).as('roles'))
    .where('staff.disabled', '=', false)
    .where('staff_role.role', 'in', roles)
    .groupBy(['staff.id', 'staff.name', 'staff.unit_id', 'staff.login'])
    .orderBy('staff.login')
    .execute()

/** Open cases of the same kind that another could be merged into, the newest first. */
export const listMergeTargets = (
  db: Database,
  { id, kind, ended, away, most }: { id: string; kind: string | null; ended: string[]; away: string[]; most: number },
) =>
  db
    .selectFrom('case_file')
    .leftJoin('unit', 'unit.id', 'case_file.place_unit')
    .select(['case_file.id', 'case_file.number', 'case_file.received_on', 'unit.name as place'])
    .where('case_file.kind', kind === null ? 'is' : '=', kind)
    .where('case_file.id', '!=', id)
    .where('case_file.main_case', 'is', null)
    .where('case_file.life', 'not in', ended)
    .where(mayKnow(away))
    .orderBy('case_file.received_on', 'desc')
    .orderBy('case_file.id')
    .limit(most)
    .execute()
