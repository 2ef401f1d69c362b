import { randomUUID } from 'node:crypto'
import type { Transaction } from '#db/transaction.ts'
import { enqueueErrand, insertErrand } from '#db/write/errands.ts'
import type { Actor } from '#workflows/roles/roles.ts'

/** What the worker knows how to do. Each has its doer in `worker/`; a test compares. */
export const TASKS = [
  'deliver-notice',
  'tell-reporters',
  'release-mail',
  'index-case',
  'stop-publication',
  'move-work',
  'release-holders',
  'verify-journal',
  'take-calls',
] as const
export type Task = (typeof TASKS)[number]

export type Errand = { task: Task; key: string; caseId: string | null; payload: Record<string, string | null> }

/**
 * What an officer causes is handed to the job queue at once; what a reporter causes waits for the worker's sweep,
 * because the queue stores the instant at which a job was made, and no instant of a reporter is kept.
 */
export const isQueuedAtOnce = (by: Actor): boolean => by.kind !== 'reporter'

/** Writes something to be done after this transaction, once per key. */
export async function ask(tx: Transaction, by: Actor, errand: Errand): Promise<void> {
  const row = errandRow(errand)
  const written = await insertErrand(tx, row)
  if (written && isQueuedAtOnce(by)) await enqueueErrand(tx, row)
}

/** The errand as its table keeps it. */
export const errandRow = ({ task, key, caseId, payload }: Errand) => ({
  id: randomUUID(),
  task,
  key,
  case_id: caseId,
  payload: JSON.stringify(payload),
})
