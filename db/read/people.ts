import { type Expression, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

export type PeopleFilter = { q: string; unit: string | null; role: string | null; left: boolean }

const people = (db: Database) =>
  db
    .selectFrom('staff')
    .innerJoin('unit', 'unit.id', 'staff.unit_id')
    .select([
      'staff.id',
      'staff.login',
      'staff.name',
      'staff.email',
      'staff.mobile',
      'staff.unit_id',
      'unit.name as unit_name',
    ])
    .select(['staff.disabled', 'staff.left_on', 'staff.revision', 'unit.kind as unit_kind'])
    .select((from) =>
      from
        .selectFrom('staff_role')
        .whereRef('staff_role.staff_id', '=', 'staff.id')
        .select((role) => role.fn<string[]>('array_agg', ['role']).as('roles'))
        .as('roles'),
    )

/** Accounts by login, from after the login `after` on. */
export const listPeople = (
  db: Database,
  { q, unit, role, left }: PeopleFilter,
  { after, most }: { after: string; most: number },
) =>
  people(db)
    .where('staff.disabled', '=', left)
    .where('staff.login', '>', after)
    .$if(unit !== null, (query) => query.where('staff.unit_id', '=', unit))
    .$if(role !== null, (query) => query.where(holds(role ?? '')))
    .$if(q !== '', (query) =>
      query.where((eb) => eb.or([eb('staff.name', 'ilike', like(q)), eb('staff.login', 'ilike', like(q))])),
    )
    .orderBy('staff.login')
    .limit(most)
    .execute()
export type PersonRow = Awaited<ReturnType<typeof listPeople>>[number]

export const findPerson = (db: Database, id: string): Promise<PersonRow | undefined> =>
  people(db).where('staff.id', '=', id).executeTakeFirst()

/** Everybody who can sign in, by login. */
export const listActivePeople = (db: Database): Promise<PersonRow[]> =>
  people(db).where('staff.disabled', '=', false).orderBy('staff.login').execute()

/** Everybody who ever had an account, those who can sign in first. */
export const listEveryone = (db: Database): Promise<PersonRow[]> =>
  people(db).orderBy('staff.disabled').orderBy('staff.login').execute()

/** Every administrator who can sign in. */
export const listAdministrators = (db: Database) =>
  db.selectFrom('staff').select('id').where('disabled', '=', false).where(holds('administrator')).execute()

const holds = (role: string): Expression<SqlBool> =>
  sql<SqlBool>`exists (select 1 from staff_role held where held.staff_id = staff.id and held.role = ${role})`
/** Anywhere in the text; a typed % or _ is itself. */
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
