import { sql } from 'kysely'
import type { Transaction } from '#db/transaction.ts'

/** The code of this report was seen by somebody else: it opens none of its matters, and what was said so far stays closed. */
export async function markCodeExposed(tx: Transaction, first: string, { on, hour }: { on: string; hour: Date }) {
  await tx
    .updateTable('report')
    .set({
      code_exposed_on: on,
      closed_hour: hour,
      closed_seq: sql<number>`coalesce((select max(seq) from message where message.case_id = report.case_id), 0)`,
    })
    .where((eb) => eb.or([eb('id', '=', first), eb('split_from', '=', first)]))
    .execute()
}

/** Another code takes its place, for all matters at once; the old one is known nowhere any more. */
export async function markCodeReplaced(tx: Transaction, first: string, { on, mac }: { on: string; mac: Buffer }) {
  await tx.updateTable('report').set({ receipt_mac: mac, shown: 1, used: false }).where('id', '=', first).execute()
  await tx
    .updateTable('report')
    .set((eb) => ({ code_exposed_on: null, code_replaced_on: on, code_number: eb('code_number', '+', 1) }))
    .where((eb) => eb.or([eb('id', '=', first), eb('split_from', '=', first)]))
    .execute()
}
