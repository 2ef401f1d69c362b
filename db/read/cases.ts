import { type Selectable, sql } from 'kysely'
import type { CaseTable, ReportTable } from '#db/tables/case.ts'
import type { Database } from '#db/transaction.ts'

export type CaseRow = Selectable<CaseTable>
export type ReportRow = Selectable<ReportTable>

export const findCase = (db: Database, id: string): Promise<CaseRow | undefined> =>
  db.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirst()

/** Whether anything was merged into this case: then it is a main case, and stays one. */
export async function isMainCase(db: Database, id: string): Promise<boolean> {
  const one = await db.selectFrom('case_file').select('id').where('main_case', '=', id).limit(1).executeTakeFirst()
  return one !== undefined
}

export const findReport = (db: Database, id: string): Promise<ReportRow | undefined> =>
  db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst()

export const listReports = (db: Database, caseId: string): Promise<ReportRow[]> =>
  db.selectFrom('report').selectAll().where('case_id', '=', caseId).orderBy('received_hour').orderBy('id').execute()

/** The reports of one code, oldest first: the one it was given for, and what officers split off it. */
export const listMatters = (db: Database, first: string): Promise<{ id: string }[]> =>
  db
    .selectFrom('report')
    .innerJoin('journal', 'journal.subject_id', 'report.case_id')
    .select('report.id')
    .where('journal.seq', '=', 1)
    .where((eb) => eb.or([eb('report.id', '=', first), eb('report.split_from', '=', first)]))
    .orderBy(sql`report.split_from is not null`)
    .orderBy('journal.at')
    .orderBy('report.id')
    .execute()

/** Whether somebody else has seen the code that opens the report of this case, and it was not replaced since. */
export async function isCodeExposed(db: Database, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('case_id', '=', caseId)
    .where('code_exposed_on', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The reporters who read the reply of this case: its own, and those of the cases merged into it. */
export const listReportsToRate = (db: Database, caseId: string): Promise<Pick<ReportRow, 'id' | 'split_from'>[]> =>
  db
    .selectFrom('report')
    .innerJoin('case_file', 'case_file.id', 'report.case_id')
    .select(['report.id', 'report.split_from'])
    .where((eb) => eb.or([eb('case_file.id', '=', caseId), eb('case_file.main_case', '=', caseId)]))
    .execute()

/** Which of these open a thread here. */
export async function listKnownReceipts(db: Database, receiptMacs: readonly Buffer[]): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('report')
    .select('receipt_mac')
    .where('receipt_mac', '=', sql<Buffer>`any(${receiptMacs}::bytea[])`)
    .execute()
  return rows.map(({ receipt_mac }) => receipt_mac)
}

export const findReportByReceipt = (db: Database, receiptMac: Buffer): Promise<ReportRow | undefined> =>
  db.selectFrom('report').selectAll().where('receipt_mac', '=', receiptMac).executeTakeFirst()
