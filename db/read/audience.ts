import type { Database } from '#db/transaction.ts'

/** Active officers who hold one of the roles, each once; at home in `unit` where one is given. */
export async function listOfficers(
  db: Database,
  roles: readonly string[],
  unit?: string,
): Promise<{ id: string; unit_id: string }[]> {
  if (roles.length === 0) return []
  let officers = db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.id')
    .select(['staff.id', 'staff.unit_id'])
    .distinct()
    .where('staff_role.role', 'in', roles)
    .where('staff.disabled', '=', false)
  if (unit !== undefined) officers = officers.where('staff.unit_id', '=', unit)
  return officers.orderBy('staff.id').execute()
}

/** Those of these officers whose accounts are open. */
export async function listActiveOfficers(
  db: Database,
  ids: readonly string[],
): Promise<{ id: string; unit_id: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('staff')
    .select(['id', 'unit_id'])
    .where('id', 'in', ids)
    .where('disabled', '=', false)
    .orderBy('id')
    .execute()
}

/** The colleagues named by the note that was this step of the case. */
export async function listMentioned(db: Database, caseId: string, revision: number): Promise<string[]> {
  const rows = await db
    .selectFrom('mention')
    .select('staff_id')
    .where('case_id', '=', caseId)
    .where('revision', '=', revision)
    .execute()
  return rows.map(({ staff_id }) => staff_id)
}

/** The unit that has the letter in force on one track. */
export const findUnitOfLetter = (db: Database, caseId: string, track: 'territory' | 'department') =>
  db
    .selectFrom('letter')
    .select('unit_id')
    .where('case_id', '=', caseId)
    .where('track', '=', track)
    .where('superseded', '=', false)
    .executeTakeFirst()

/** The unit that objected last on one track; its letter may be another's by now. */
export const findObjectingUnit = (db: Database, caseId: string, track: 'territory' | 'department') =>
  db
    .selectFrom('objection')
    .innerJoin('letter', 'letter.id', 'objection.letter_id')
    .select('letter.unit_id')
    .where('objection.case_id', '=', caseId)
    .where('letter.track', '=', track)
    .orderBy('letter.year', 'desc')
    .orderBy('letter.serial', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Whether the mechanism's office has one of the letters in force itself. */
export async function isOfficeParty(db: Database, caseId: string): Promise<boolean> {
  const letter = await db
    .selectFrom('letter')
    .innerJoin('unit', 'unit.id', 'letter.unit_id')
    .select('letter.id')
    .where('letter.case_id', '=', caseId)
    .where('letter.superseded', '=', false)
    .where('unit.kind', '=', 'office')
    .limit(1)
    .executeTakeFirst()
  return letter !== undefined
}

/** Who acted at this place of a chain, if it was an officer. */
export async function findActorAt(db: Database, subjectId: string, seq: number): Promise<string | null> {
  const act = await db
    .selectFrom('journal')
    .select('actor_id')
    .where('subject_id', '=', subjectId)
    .where('seq', '=', seq)
    .where('actor_kind', '=', 'staff')
    .executeTakeFirst()
  return act?.actor_id ?? null
}
