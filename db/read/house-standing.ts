import type { Database } from '#db/transaction.ts'

/** Open dates that were counted in a year whose holidays are not stored. */
export async function countProvisionalDates(db: Database): Promise<number> {
  const { dates } = await db
    .selectFrom('deadline')
    .select((of) => of.fn.countAll<string>().as('dates'))
    .where('provisional', '=', true)
    .where('state', 'in', ['open', 'paused'])
    .executeTakeFirstOrThrow()
  return Number(dates)
}

/** The roles that active people hold, each once, and how many people are active. */
export async function listRolesHeld(db: Database): Promise<{ roles: string[]; people: number }> {
  const roles = await db
    .selectFrom('staff_role')
    .innerJoin('staff', 'staff.id', 'staff_role.staff_id')
    .select('role')
    .distinct()
    .where('staff.disabled', '=', false)
    .execute()
  const { people } = await db
    .selectFrom('staff')
    .select((of) => of.fn.countAll<string>().as('people'))
    .where('disabled', '=', false)
    .executeTakeFirstOrThrow()
  return { roles: roles.map(({ role }) => role), people: Number(people) }
}

/**
 * Open units that would get letters and have nobody to answer them: counties, and departments, offices and discipline
 * bodies of the city. Townships and villages are asked by their county.
 */
export const listUnitsWithoutHandler = (db: Database): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('unit')
    .select(['unit.id', 'unit.name'])
    .where('closed_on', 'is', null)
    .where((any) =>
      any.or([
        any.and([any('kind', '=', 'government'), any('level', '=', 'county')]),
        any.and([any('kind', '!=', 'government'), any('level', '=', 'city')]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('staff')
            .innerJoin('staff_role', 'staff_role.staff_id', 'staff.id')
            .select('staff.id')
            .whereRef('staff.unit_id', '=', 'unit.id')
            .where('staff.disabled', '=', false)
            .where('role', 'in', ['territoryHandler', 'departmentHandler']),
        ),
      ),
    )
    .orderBy('code')
    .execute()

/** Open cases in the hands of an account that is closed. */
export async function countCasesHeldByTheGone(db: Database): Promise<number> {
  const { cases } = await db
    .selectFrom('case_file')
    .innerJoin('staff', 'staff.id', 'case_file.holder')
    .select((of) => of.fn.countAll<string>().as('cases'))
    .where('staff.disabled', '=', true)
    .where('closed_on', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(cases)
}

/** Everybody who ever had an account, by name: a record speaks of those who left too. */
export const listPeopleNames = (db: Database): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('staff').select(['id', 'name']).execute()

/** Every account name that was ever given: none is given twice. */
export const listLogins = async (db: Database): Promise<string[]> =>
  (await db.selectFrom('staff').select('login').execute()).map(({ login }) => login)

/** Open cases that are in somebody's hands, with where the holder is at home and what they may do. */
export async function listHeldCases(
  db: Database,
): Promise<{ id: string; holder: string; unit: string; roles: string[]; accused: string[] }[]> {
  const rows = await db
    .selectFrom('case_file')
    .innerJoin('staff', 'staff.id', 'case_file.holder')
    .select(['case_file.id', 'staff.id as holder', 'staff.unit_id', 'accused', 'accused_provisional', 'accused_people'])
    .select((from) =>
      from
        .selectFrom('staff_role')
        .whereRef('staff_role.staff_id', '=', 'staff.id')
        .select((held) => held.fn<string[]>('array_agg', ['role']).as('roles'))
        .as('roles'),
    )
    .where('closed_on', 'is', null)
    .execute()
  return rows.map(({ id, holder, unit_id, roles, accused, accused_provisional, accused_people }) => ({
    id,
    holder,
    unit: unit_id,
    roles: roles ?? [],
    accused: [...accused, ...accused_provisional, ...accused_people],
  }))
}
