import type { Insertable, Selectable } from 'kysely'
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

export async function insertDeadline(tx: Transaction, row: Insertable<DeadlineTable>): Promise<void> {
  await tx.insertInto('deadline').values(row).execute()
}

export async function markDeadlineCleared(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('deadline').set({ state: 'cleared' }).where('id', '=', id).execute()
}

export async function markDeadlineLapsed(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('deadline').set({ state: 'lapsed' }).where('id', '=', id).where('state', '=', 'open').execute()
}

export async function markDeadlinePaused(tx: Transaction, id: string, paused_on: string): Promise<void> {
  await tx
    .updateTable('deadline')
    .set((eb) => ({ state: 'paused', paused_on, pauses: eb('pauses', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** A date that was provisional, as the published calendar counts it. Whether it runs or stands still stays. */
export async function markDeadlineRecounted(
  tx: Transaction,
  id: string,
  counted: { due_on: string; provisional: boolean; calendar_version: number },
): Promise<void> {
  await tx.updateTable('deadline').set(counted).where('id', '=', id).execute()
}

/** A later date under a rule: after an extension, or after standing still. */
export async function markDeadlineMoved(
  tx: Transaction,
  id: string,
  moved: { due_on: string; rule: string; days: number; provisional: boolean; calendar_version: number },
): Promise<void> {
  await tx
    .updateTable('deadline')
    .set({ ...moved, state: 'open', paused_on: null })
    .where('id', '=', id)
    .execute()
}
