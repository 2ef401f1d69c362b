import type { Selectable } from 'kysely'
import type { TypicalCaseTable } from '#db/tables/typical-case.ts'
import type { Database } from '#db/transaction.ts'

export type TypicalCaseRow = Selectable<TypicalCaseTable>

/** The cases a typical case draws on, with what decides whether they may be used. */
export const listSources = (db: Database, typicalCaseId: string) =>
  db
    .selectFrom('typical_case_source')
    .innerJoin('case_file', 'case_file.id', 'typical_case_source.case_id')
    .select([
      'case_file.id',
      'case_file.number',
      'case_file.kind',
      'case_file.life',
      'case_file.value',
      'case_file.context',
      'case_file.machine_version',
      'case_file.closed_on',
    ])
    .where('typical_case_id', '=', typicalCaseId)
    .orderBy('case_file.number')
    .execute()
export type SourceRow = Awaited<ReturnType<typeof listSources>>[number]

/** The typical cases that draw on a case. */
export const listTypicalCasesOf = (db: Database, caseId: string) =>
  db.selectFrom('typical_case_source').select('typical_case_id').where('case_id', '=', caseId).execute()

/** How many closed cases of the same kind there are: the crowd a single reporter can hide in. */
export async function countClosedOfKind(db: Database, kind: string): Promise<number> {
  const row = await db
    .selectFrom('case_file')
    .select(({ fn }) => fn.countAll<number>().as('cases'))
    .where('kind', '=', kind)
    .where('life', 'in', ['closed', 'lookBack', 'struckOff'])
    .executeTakeFirstOrThrow()
  return row.cases
}

/** Whether every reporter who rated the case agreed that it may be told, and at least one did. */
export async function isConsented(db: Database, caseId: string): Promise<boolean> {
  const ratings = await db.selectFrom('rating').select('consent').where('case_id', '=', caseId).execute()
  return ratings.length > 0 && ratings.every(({ consent }) => consent)
}
