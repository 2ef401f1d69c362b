import type { Database } from '#db/transaction.ts'

/** What a unit was from which day on, newest first, and who changed it. */
export const listUnitChanges = (db: Database, unitId: string) =>
  db
    .selectFrom('unit_change')
    .leftJoin('staff', 'staff.id', 'unit_change.by')
    .select([
      'unit_change.revision',
      'valid_from',
      'unit_change.name',
      'territory_parent',
      'line_parent',
      'line',
      'closed_on',
      'unit_change.office_hours',
      'staff.name as by',
    ])
    .where('unit_change.unit_id', '=', unitId)
    .orderBy('revision', 'desc')
    .execute()

/** Letters in force that wait for this unit: how many, nothing of what they are about. */
export async function countOpenLetters(db: Database, unitId: string): Promise<number> {
  const { letters } = await db
    .selectFrom('letter')
    .innerJoin('case_file', 'case_file.id', 'letter.case_id')
    .select((of) => of.fn.countAll<string>().as('letters'))
    .where('letter.unit_id', '=', unitId)
    .where('letter.superseded', '=', false)
    .where('case_file.closed_on', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(letters)
}

/** Active people at home in each unit, by unit id. */
export async function countPeopleByUnit(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('staff')
    .select((of) => ['unit_id' as const, of.fn.countAll<string>().as('people')])
    .where('disabled', '=', false)
    .groupBy('unit_id')
    .execute()
  return new Map(rows.map(({ unit_id, people }) => [unit_id, Number(people)]))
}
