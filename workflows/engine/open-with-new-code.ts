import { findReport } from '#db/read/cases.ts'
import { inTransaction } from '#db/transaction.ts'
import { markCodeReplaced } from '#db/write/receipt-codes.ts'
import { lockReport, lockReportByReceipt, markReportShown } from '#db/write/reports.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { receiptCode, receiptMac } from '#workflows/protection/receipt-code.ts'
import { openSubmission } from '#workflows/protection/submission.ts'
import type { Reporter } from '#workflows/roles/roles.ts'

/** As for the first: a second look after a lost connection, and no more. */
const MOST_SHOWN = 3

/**
 * Gives whoever has a code that was seen another one, by the form's one-time token as the first was given: derived, shown
 * three times at most, kept as its keyed hash alone. The old code dies with it. Null: there is nothing to replace.
 *
 * Nothing tells the reporter from whoever else has seen the code: it was their only key. So the first to come is given
 * the new one, and that is why so little is lost if it is the wrong one. From the officer's word on the old code opens
 * nothing and does nothing; what was said until then, the report itself first of all, is shown to no holder of any code
 * again; officers see that the code was replaced and that from then on nobody knows who holds it. A reporter who comes
 * second finds a dead code, learns from the page what that may mean, and reports anew. To give no new code would lock
 * out every reporter whose code an officer has seen; to ask for a proof would ask for what they were told not to keep.
 */
export function openWithNewCode(house: House, by: Reporter, token: string): Promise<string | null> {
  const { db, keys, clock } = house
  const submission = openSubmission(keys, token, clock.wall())
  if (!submission) return Promise.resolve(null)
  const code = receiptCode(keys, submission)
  const mac = receiptMac(keys, code)
  return inTransaction(db, async (tx) => {
    const again = await lockReportByReceipt(tx, mac)
    if (again) {
      if (again.used || again.shown >= MOST_SHOWN || again.code_replaced_on === null) return null
      await markReportShown(tx, again.id)
      return code
    }
    const said = await findReport(tx, by.report)
    const row = said && (await lockReport(tx, said.split_from ?? said.id))
    if (!row || row.code_exposed_on === null || by.code !== row.code_number) return null
    await markCodeReplaced(tx, row.id, { on: dayOf(clock.town()), mac })
    return code
  })
}
