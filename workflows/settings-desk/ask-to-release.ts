import { randomUUID } from 'node:crypto'
import type { Transaction } from '#db/transaction.ts'
import { ask } from '#workflows/engine/errands.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** Has the worker look through all hands for cases that nobody there may have any more: stored with what changed that. */
export const askToRelease = (tx: Transaction, by: Staff): Promise<void> =>
  ask(tx, by, { task: 'release-holders', key: `release-holders:${randomUUID()}`, caseId: null, payload: {} })
