import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** How many cases somebody has in hand, by the first word of `life`; those the asker may not know of are not counted. */
export async function countHeldByPhase(db: Database, staffId: string, away: readonly string[]) {
  const phase = sql<string>`split_part(case_file.life, '.', 1)`
  return db
    .selectFrom('case_file')
    .select(phase.as('phase'))
    .select(({ fn }) => fn.countAll<string>().as('cases'))
    .where('holder', '=', staffId)
    .where(mayKnow(away))
    .groupBy(phase)
    .orderBy('phase')
    .execute()
}

/** The typical cases that somebody wrote on and that are not told yet. */
export const listUnfinishedOf = (db: Database, staffId: string) =>
  db
    .selectFrom('typical_case')
    .select(['id', 'authors'])
    .where(sql<boolean>`authors @> array[${staffId}]::uuid[]`)
    .where('life', 'not in', ['published.standing', 'withdrawn'])
    .orderBy('id')
    .execute()

/** Whether a unit has a letter that it still has to answer, or that may come back to it. */
export async function hasLettersInWork(db: Database, unitId: string): Promise<boolean> {
  const letter = await db
    .selectFrom('letter')
    .innerJoin('case_file', 'case_file.id', 'letter.case_id')
    .select('letter.id')
    .where('letter.unit_id', '=', unitId)
    .where('letter.superseded', '=', false)
    .where('case_file.life', 'in', ['rectifying', 'reviewing'])
    .limit(1)
    .executeTakeFirst()
  return letter !== undefined
}

export async function countViewsOf(db: Database, staffId: string): Promise<number> {
  const { views } = await db
    .selectFrom('saved_view')
    .select(({ fn }) => fn.countAll<string>().as('views'))
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow()
  return Number(views)
}

/** What became of the cases that somebody held when they left, as far as the asker may know of them. */
export const countFates = (db: Database, staffId: string, away: readonly string[]) =>
  db
    .selectFrom('handed_case')
    .innerJoin('case_file', 'case_file.id', 'handed_case.case_id')
    .select('fate')
    .select(({ fn }) => fn.countAll<string>().as('cases'))
    .where('handed_case.staff_id', '=', staffId)
    .where(mayKnow(away))
    .groupBy('fate')
    .execute()

/** What became of all of them. */
export const listFates = (db: Database, staffId: string) =>
  db
    .selectFrom('handed_case')
    .select('fate')
    .select(({ fn }) => fn.countAll<string>().as('cases'))
    .where('staff_id', '=', staffId)
    .groupBy('fate')
    .orderBy('fate')
    .execute()

/** The cases that are still to be moved, in no order that says anything. */
export const listUnmoved = (db: Database, staffId: string) =>
  db
    .selectFrom('handed_case')
    .innerJoin('case_file', 'case_file.id', 'handed_case.case_id')
    .select(['case_file.id', 'case_file.holder'])
    .where('handed_case.staff_id', '=', staffId)
    .where('fate', 'is', null)
    .orderBy('case_file.id')
    .execute()
