import { findReportByReceipt } from '#db/read/cases.ts'
import type { House } from '#workflows/house.ts'
import { maskReceipts, receiptsIn } from '#workflows/protection/mask-receipts.ts'
import { receiptMac } from '#workflows/protection/receipt-code.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
import type { Outcome } from './refusal.ts'
import { type Asked, step } from './step.ts'

/** Far more than anyone pastes by mistake; a text of nothing but numbers must not become a thousand look-ups. */
const MOST_LOOKED_UP = 20

/** A reporter's act, as the form said it; the machine's own schema judges the rest. */
export type ReporterAct = { type: string; text?: string; [field: string]: unknown }

/** Steps with what a reporter said, after taking out of it every receipt code that opens a thread here. */
export async function stepReporter(
  house: House,
  caseId: string,
  act: ReporterAct,
  by: Reporter,
  asked: Asked,
): Promise<Outcome> {
  const text = act.text === undefined ? {} : { text: await withoutReceipts(house, act.text) }
  return step(house, 'case', caseId, { ...act, ...text }, by, asked)
}

async function withoutReceipts({ db, keys }: House, text: string): Promise<string> {
  const codes: string[] = []
  for (const code of receiptsIn(text).slice(0, MOST_LOOKED_UP))
    if (await findReportByReceipt(db, receiptMac(keys, code))) codes.push(code)
  return maskReceipts(text, codes)
}
