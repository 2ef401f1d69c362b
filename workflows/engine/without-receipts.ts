import { findReportByReceipt } from '#db/read/cases.ts'
import type { House } from '#workflows/house.ts'
import { maskReceipts, receiptsIn } from '#workflows/protection/mask-receipts.ts'
import { receiptMac } from '#workflows/protection/receipt-code.ts'

/** Far more than anyone pastes by mistake; a text of nothing but numbers must not become a thousand look-ups. */
const MOST_LOOKED_UP = 20

/** The text without any receipt code that opens a thread here: whoever reads it must not be able to open one. */
export async function withoutReceipts({ db, keys }: House, text: string): Promise<string> {
  const codes: string[] = []
  for (const code of receiptsIn(text).slice(0, MOST_LOOKED_UP))
    if (await findReportByReceipt(db, receiptMac(keys, code))) codes.push(code)
  return maskReceipts(text, codes)
}
