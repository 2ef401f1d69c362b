import type { Database } from '#db/transaction.ts'

/** The cases whose reporters' words one of these rests on: itself, what was merged with it, what it was split from or into. */
export async function listCasesBehind(db: Database, cases: readonly string[]): Promise<string[]> {
  if (cases.length === 0) return []
  const rows = await db
    .selectFrom('case_file as own')
    .innerJoin('case_file as behind', (join) =>
      join.on((eb) =>
        eb.or([
          eb('behind.id', '=', eb.ref('own.id')),
          eb('behind.id', '=', eb.ref('own.main_case')),
          eb('behind.main_case', '=', eb.ref('own.id')),
          eb('behind.main_case', '=', eb.ref('own.main_case')),
          eb('behind.id', '=', eb.ref('own.split_from')),
          eb('behind.split_from', '=', eb.ref('own.id')),
        ]),
      ),
    )
    .select('behind.id')
    .distinct()
    .where('own.id', 'in', cases)
    .execute()
  return rows.map(({ id }) => id)
}
