import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** Active officers who hold a role. */
export const listColleaguesWithRole = (db: Database, role: string) =>
  db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.id')
    .select(['staff.id', 'staff.name', 'staff.email', 'staff.unit_id'])
    .where('staff_role.role', '=', role)
    .where('staff.disabled', '=', false)
    .orderBy('staff.login')
    .execute()

/** An officer who can still sign in. */
export const findActiveColleague = (db: Database, id: string) =>
  db
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'unit_id'])
    .where('id', '=', id)
    .where('disabled', '=', false)
    .executeTakeFirst()

/** Every officer who can sign in, with all their roles. */
export const listOpenAccounts = (db: Database) =>
  db
    .selectFrom('staff')
    .leftJoin('staff_role', 'staff_role.staff_id', 'staff.id')
    .select(['staff.id', 'staff.name', 'staff.unit_id'])
    .select(sql<string[]>`array_remove(array_agg(staff_role.role), null)`.as('roles'))
    .where('staff.disabled', '=', false)
    .groupBy('staff.id')
    .orderBy('staff.login')
    .execute()
