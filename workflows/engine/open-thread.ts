import { inTransaction } from '#db/transaction.ts'
import { lockReportByReceipt, markReportUsed } from '#db/write/reports.ts'
import type { House } from '#workflows/house.ts'
import { readReceipt, receiptMac } from '#workflows/protection/receipt-code.ts'

/** `isExposed`: somebody else has seen this code, and it opens nothing but the way to another. */
export type Opened = { report: string; code: number; isExposed: boolean }

/**
 * The report whose code was typed, or null: an unknown code and what is no code at all go the same way, with the same
 * statements. From the first opening on, the form that was sent shows the code no more.
 */
export function openThread({ db, keys }: House, typed: string): Promise<Opened | null> {
  const mac = receiptMac(keys, readReceipt(typed) ?? '')
  return inTransaction(db, async (tx) => {
    const row = await lockReportByReceipt(tx, mac)
    if (!row) return null
    await markReportUsed(tx, row.id)
    return { report: row.id, code: row.code_number, isExposed: row.code_exposed_on !== null }
  })
}
