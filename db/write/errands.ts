import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { ErrandTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

/** The same key is the same errand: asking twice leaves one. Returns whether this call wrote it. */
export async function insertErrand(tx: Transaction, row: Insertable<ErrandTable>): Promise<boolean> {
  const written = await tx
    .insertInto('errand')
    .values(row)
    .onConflict((c) => c.column('key').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) === 1
}

/** Hands the errand to the job queue inside this transaction; the job knows its id and nothing else. */
export async function enqueueErrand(tx: Transaction, errand: { id: string; task: string; key: string }): Promise<void> {
  const payload = JSON.stringify({ errand: errand.id })
  await sql`select engine.enqueue(${errand.task}, ${payload}::json, ${errand.key})`.execute(tx)
  await tx.updateTable('errand').set({ queued: true }).where('id', '=', errand.id).execute()
}

/** Takes the errand for doing; a second worker waits, and then finds it done. */
export const lockErrand = (tx: Transaction, id: string) =>
  tx.selectFrom('errand').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function markErrandDone(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('errand').set({ done: true }).where('id', '=', id).execute()
}
