import type { Selectable } from 'kysely'
import type { HotlineImportRowTable, HotlineImportTable } from '#db/tables/hotline.ts'
import type { Database } from '#db/transaction.ts'

export type HotlineImport = Selectable<HotlineImportTable>
export type HotlineImportRow = Selectable<HotlineImportRowTable>

/** The call that came before: under this mark, or as this report. */
export const findCall = (db: Database, { mark, report }: { mark: Buffer; report: string }) =>
  db
    .selectFrom('hotline_call')
    .select(['report_id', 'mark'])
    .where((any) => any.or([any('report_id', '=', report), any('mark', '=', mark)]))
    .execute()

/** Which of these marks are taken, and by which report. */
export async function listTakenMarks(db: Database, marks: readonly Buffer[]): Promise<Map<string, string>> {
  if (marks.length === 0) return new Map()
  const rows = await db.selectFrom('hotline_call').select(['mark', 'report_id']).where('mark', 'in', marks).execute()
  return new Map(rows.map(({ mark, report_id }) => [mark.toString('hex'), report_id]))
}

/** What these reports say, sealed. */
export const listWordsOf = (db: Database, reports: readonly string[]) =>
  db
    .selectFrom('report')
    .select(['id', 'case_id', 'body', 'place', 'unit', 'happened'])
    .where('id', 'in', reports)
    .execute()

/** The kind an operator took each of these cases' calls for. */
export async function findProposedKind(db: Database, caseId: string): Promise<string | null> {
  const row = await db
    .selectFrom('hotline_call')
    .innerJoin('report', 'report.id', 'hotline_call.report_id')
    .select('hotline_call.kind')
    .where('report.case_id', '=', caseId)
    .where('hotline_call.kind', 'is not', null)
    .orderBy('report.id')
    .executeTakeFirst()
  return row?.kind ?? null
}

export const findHotlineImport = (db: Database, id: string) =>
  db.selectFrom('hotline_import').selectAll().where('id', '=', id).executeTakeFirst()

/** Somebody's own imports, the newest first. */
export const listHotlineImports = (db: Database, by: string, most: number) =>
  db
    .selectFrom('hotline_import')
    .selectAll()
    .where('by', '=', by)
    .where('state', '<>', 'dropped')
    .orderBy('made_at', 'desc')
    .limit(most)
    .execute()

/** How many rows of each import have which outcome. */
export const countImportRows = (db: Database, imports: readonly string[]) =>
  db
    .selectFrom('hotline_import_row')
    .select(({ fn }) => ['import_id', 'outcome', 'reason', fn.countAll<string>().as('count')])
    .where('import_id', 'in', imports)
    .groupBy(['import_id', 'outcome', 'reason'])
    .execute()

/** The rows of an import in their order, a page from after `last` on; of one outcome, or of any. */
export function listImportRows(
  db: Database,
  { id, outcome, last, most }: { id: string; outcome?: HotlineImportRow['outcome']; last: number; most: number },
) {
  let rows = db.selectFrom('hotline_import_row').selectAll().where('import_id', '=', id).where('position', '>', last)
  if (outcome) rows = rows.where('outcome', '=', outcome)
  return rows.orderBy('position').limit(most).execute()
}

export async function findColumnMapping(db: Database, headings: Buffer): Promise<unknown> {
  const row = await db
    .selectFrom('column_mapping')
    .select('mapping')
    .where('headings', '=', headings)
    .executeTakeFirst()
  return row?.mapping
}
