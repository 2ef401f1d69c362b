import { inTransaction, type Transaction } from '#db/transaction.ts'
import { lockReportByReceipt, markReportShown } from '#db/write/reports.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { step } from '#workflows/engine/step.ts'
import { withoutReceiptsIn } from '#workflows/engine/without-receipts.ts'
import { folded } from '#workflows/folded.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { receiptCode, receiptMac } from '#workflows/protection/receipt-code.ts'
import { filesWithoutReceipts } from './file-without-receipts.ts'
import type { Beside, Report } from './report.ts'
import { keepSecondThought, requestOf } from './second-thought.ts'
import { storeReport } from './store-report.ts'

/** How often one form shows its code: a second look after a lost connection, and no more. */
const MOST_SHOWN = 3

/** `code` is shown to the person; null once it was shown often enough or has opened the thread. */
export type Accepted = { code: string | null; again: boolean }

/**
 * The only way in. Stores a report with its case, its files and its sealed contact in one transaction, or nothing.
 * A second post of the same form finds the first: the same text shows the same code, another text is a supplement.
 * Throws what `beside` meets in its tables, such as a mail that came before.
 */
export async function accept(house: House, said: Report, beside?: Beside): Promise<Accepted> {
  const report = await normalReport(house, said)
  const code = receiptCode(house.keys, report.submission)
  const mac = receiptMac(house.keys, code)
  // most forms come once: storing is tried first, and the table itself knows a form that was there before
  if (await storeReport(house, report, mac, beside)) return { code, again: false }
  const earlier = await inTransaction(house.db, (tx) => again(house, tx, report, mac))
  // where the brief is announced already, this takes it back; anywhere else the mark alone is enough
  if (report.noDispatch) await step(house, 'case', earlier.caseId, { type: 'noDispatch' }, earlier.by)
  if (earlier.more !== null) {
    const supplement = { type: 'supplement', text: earlier.more }
    await step(house, 'case', earlier.caseId, supplement, earlier.by, { request: requestOf(earlier.more) })
  }
  return { code: earlier.mayShow ? code : null, again: true }
}

/** Every word of it in the one normal form, and without receipt codes: before anything is stored. */
async function normalReport(house: House, report: Report): Promise<Report> {
  const words = {
    text: normalText(report.text).trim(),
    place: tidy(report.place),
    unit: tidy(report.unit),
    happened: tidy(report.happened),
    contact: tidy(report.contact),
  }
  const folding = report.folded === undefined ? undefined : folded.parse(JSON.parse(report.folded))
  const clean = await withoutReceiptsIn(house, { ...words, folding })
  const { folding: rest, ...said } = clean
  const files = await filesWithoutReceipts(house, report.files)
  return { ...report, ...said, files, folded: rest && JSON.stringify(rest) }
}
const tidy = (field: string | undefined) => (field && normalText(field).trim()) || undefined

/** Finds the report of a form that was posted before. */
async function again(house: House, tx: Transaction, report: Report, mac: Buffer) {
  const row = await lockReportByReceipt(tx, mac)
  if (!row) throw new Error('a form was known and its report is not there')
  const key = await caseKey(tx, house.keys, row.case_id)
  const mayShow = !row.used && row.shown < MOST_SHOWN
  if (mayShow) await markReportShown(tx, row.id)
  const by = { kind: 'reporter' as const, report: row.id }
  const more = await keepSecondThought(house, tx, key, row, report)
  return { caseId: row.case_id, by, mayShow, more }
}
