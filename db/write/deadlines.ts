import type { Selectable } from 'kysely'
import type { DeadlineTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

export type DeadlineRow = Selectable<DeadlineTable>
export type Track = 'territory' | 'department'

/** Every date of the case that still counts: running, standing still, or gone by without an answer. */
export const listLiveDeadlines = (tx: Transaction, caseId: string): Promise<DeadlineRow[]> =>
  tx
    .selectFrom('deadline')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', 'in', ['open', 'paused', 'lapsed'])
    .execute()
