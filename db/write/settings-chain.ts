import { sql } from 'kysely'
import type { Transaction } from '#db/transaction.ts'

/** The chain of everything administrators changed; a subject of its own among the journal's. */
export const SETTINGS_CHAIN = '5e770000-0000-4000-8000-000000000000'

/** Takes the next place in the chain of settings. Whoever changes something else meanwhile waits here. */
export async function raiseSettingsRevision(tx: Transaction): Promise<number> {
  const { value } = await tx
    .insertInto('town')
    .values({ name: 'settingsRevision', value: '1' })
    .onConflict((taken) => taken.column('name').doUpdateSet({ value: sql`to_jsonb(town.value::integer + 1)` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return Number(value)
}

/** Holds the chain of settings until the transaction ends: changes of settings are made one after the other. */
export async function lockSettings(tx: Transaction): Promise<void> {
  await tx
    .insertInto('town')
    .values({ name: 'settingsRevision', value: '0' })
    .onConflict((taken) => taken.column('name').doUpdateSet({ value: sql`town.value` }))
    .execute()
}
