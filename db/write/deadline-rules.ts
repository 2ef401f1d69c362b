import type { Insertable } from 'kysely'
import type { DeadlineRuleTable } from '#db/tables/settings.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertRule(tx: Transaction, row: Insertable<DeadlineRuleTable>): Promise<void> {
  await tx.insertInto('deadline_rule').values(row).execute()
}

/** `endedOn`: the first day on which it does not count any more. */
export async function markRuleEnded(tx: Transaction, id: string, endedOn: string): Promise<void> {
  await tx.updateTable('deadline_rule').set({ ended_on: endedOn }).where('id', '=', id).execute()
}
