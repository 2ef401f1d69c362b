import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** Having a case in hand is no part in it: whoever takes a look-back could not record it otherwise. */
export const NO_PART: readonly string[] = ['take', 'handOver', 'stepAside']

/** The officers who took part in a case: whoever did anything in it, and whoever is at home in a unit with its letter. */
export async function listTookPart(db: Database, caseId: string): Promise<string[]> {
  const acted = await db
    .selectFrom('journal')
    .select('actor_id as id')
    .distinct()
    .where('subject_id', '=', caseId)
    .where('actor_kind', '=', 'staff')
    .where('type', 'not in', NO_PART)
    .execute()
  const answered = await db
    .selectFrom('letter')
    .innerJoin('staff', 'staff.unit_id', 'letter.unit_id')
    .innerJoin('unit', 'unit.id', 'letter.unit_id')
    .select('staff.id')
    .where('letter.case_id', '=', caseId)
    // where the office answered a letter itself, its supervisors are left
    .where((eb) =>
      eb.or([
        eb('unit.kind', '<>', 'office'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('staff_role')
              .whereRef('staff_role.staff_id', '=', 'staff.id')
              .where('staff_role.role', '=', 'supervisor'),
          ),
        ),
      ]),
    )
    .execute()
  return [...acted, ...answered].flatMap(({ id }) => id ?? [])
}

/** The share and seed of a quarter; none: all its cases are looked at again. */
export const findSample = (db: Database, quarter: string) =>
  db.selectFrom('look_back_sample').selectAll().where('quarter', '=', quarter).executeTakeFirst()

/** Newest quarter first. */
export const listSamples = (db: Database) =>
  db.selectFrom('look_back_sample').selectAll().orderBy('quarter', 'desc').execute()

/** The list of a quarter, in an order that tells nothing. */
export const listLots = (db: Database, quarter: string) =>
  db.selectFrom('look_back_lot').select(['lot', 'drawn']).where('quarter', '=', quarter).orderBy('lot').execute()

/** The hash of the first step of a case. */
export const findFirstHash = async (db: Database, caseId: string): Promise<Buffer> =>
  (
    await db
      .selectFrom('journal')
      .select('hash')
      .where('subject_id', '=', caseId)
      .where('seq', '=', 1)
      .executeTakeFirstOrThrow()
  ).hash

/** The cases that are looked at again and in which this officer took part: they are not theirs to look at. */
export const lookedAtByOthers = (officer: string) => sql<boolean>`
  (case_file.life = 'lookBack' and exists (
    select from journal
    where journal.subject_id = case_file.id and journal.actor_id = ${officer} and journal.type <> all (${NO_PART})))`
