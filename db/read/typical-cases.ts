import { type Selectable, sql } from 'kysely'
import type { TypicalCaseTable } from '#db/tables/typical-case.ts'
import type { Database } from '#db/transaction.ts'
import { listReportsToRate } from './cases.ts'

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
    // only what was so can hide what was so
    .where(sql<boolean>`context ->> 'finding' in ('substantiated', 'partlySubstantiated')`)
    .where(sql<boolean>`context ->> 'withdrawn' = 'false'`)
    .executeTakeFirstOrThrow()
  return row.cases
}

/** Whether every reporter of the case, and of what was merged into it, agreed that it may be told: silence is no consent. */
export async function isConsented(db: Database, caseId: string): Promise<boolean> {
  const reports = await listReportsToRate(db, caseId)
  const ratings = await db.selectFrom('rating').select(['report_id', 'consent']).where('case_id', '=', caseId).execute()
  const agreed = (report: string) => ratings.some(({ report_id, consent }) => report_id === report && consent)
  return reports.length > 0 && reports.every(({ id }) => agreed(id))
}
