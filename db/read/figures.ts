import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

export type Audience = 'public' | 'leaders'

/** The newest snapshot as it is told, and the day on which it was taken; the counts behind it stay here. */
export const listFigures = (db: Database, audience: Audience) =>
  db.selectFrom('figure_snapshot').select(['cell', 'shown', 'taken_on']).where('audience', '=', audience).execute()

/** How many cases stand in each phase, by the first word of `life`. */
export async function countPhases(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('case_file')
    .select([sql<string>`split_part(life, '.', 1)`.as('phase'), ({ fn }) => fn.countAll<string>().as('cases')])
    .groupBy('phase')
    .execute()
  return new Map(rows.map(({ phase, cases }) => [phase, Number(cases)]))
}

/** Of each kind, how many cases there are, how many of them have a date, and how many of these are over it. */
export async function countByKind(db: Database, today: string) {
  const rows = await db
    .selectFrom('kind')
    .leftJoin('case_file', 'case_file.kind', 'kind.code')
    .select('kind.code')
    .select(({ fn }) => [
      fn.count<string>('case_file.id').as('all'),
      fn.count<string>('case_file.due_on').as('running'),
      sql<string>`count(*) filter (where case_file.due_on < ${today}::date)`.as('late'),
    ])
    .groupBy('kind.code')
    .execute()
  return rows.map(({ code, all, running, late }) => ({
    code,
    all: Number(all),
    running: Number(running),
    late: Number(late),
  }))
}
