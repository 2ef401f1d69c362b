import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Kysely, sql } from 'kysely'
import { listJournal } from '#db/read/journal.ts'
import type { Tables } from '#db/tables.ts'
import type { Database } from '#db/transaction.ts'

/** What an owner of the database does to the record, so that the chain of hashes alone sees nothing of it. */
export type Tamper = (tx: Kysely<Tables>) => Promise<unknown>

/** Removes the newest steps of a case and takes its count of steps back. */
export const cutOff =
  (id: string, steps: number): Tamper =>
  async (tx) => {
    await sql`update case_file set revision = revision - ${steps} where id = ${id}`.execute(tx)
    await sql`delete from journal where subject_id = ${id} and seq > (select revision from case_file where id = ${id})`.execute(
      tx,
    )
  }

/** Gives a step to another officer, and hashes it and all that follow anew. */
export const rewritten =
  (id: string, seq: number): Tamper =>
  async (tx) => {
    await sql`update journal set actor_id = gen_random_uuid() where subject_id = ${id} and seq = ${seq}`.execute(tx)
    let previous: Buffer | null = null
    for (const row of await listJournal(tx, id)) {
      const prev: Buffer = previous ?? row.prev_hash
      const text = canonicalize({
        ...{ subject: row.subject, subject_id: row.subject_id, seq: row.seq, at: row.at.toISOString() },
        ...{ actor_kind: row.actor_kind, actor_id: row.actor_id, actor_role: row.actor_role, type: row.type },
        ...{ from: row.from_value, to: row.to_value, payload: row.payload?.toString('base64') ?? null },
        prev: prev.toString('base64'),
        ...(row.wrote !== null && { wrote: row.wrote }),
      })
      previous = createHash('sha256')
        .update(text ?? '')
        .digest()
      await sql`update journal set prev_hash = ${prev}, hash = ${previous} where subject_id = ${id} and seq = ${row.seq}`.execute(
        tx,
      )
    }
  }

/** A case with everything that belongs to it. */
export const removed =
  (id: string): Tamper =>
  async (tx) => {
    // a superuser need not mind references
    await sql`set local session_replication_role = replica`.execute(tx)
    const { rows } = await sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and column_name in ('case_id', 'subject_id')`.execute(tx)
    for (const { table, column } of rows)
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(tx)
    await sql`delete from case_file where id = ${id}`.execute(tx)
  }

/** The newest changes of settings, new accounts among them. */
export const settingsCutOff =
  (steps: number): Tamper =>
  async (tx) => {
    await sql`update town set value = to_jsonb(value::integer - ${steps}) where name = 'settingsRevision'`.execute(tx)
    await sql`delete from journal where subject = 'settings'
      and seq > (select value::integer from town where name = 'settingsRevision')`.execute(tx)
  }

/** What `look` says while the owner's statements stand, which are then undone. */
export async function whileTampered<Seen>(
  owner: Database,
  tamper: Tamper,
  look: (tx: Database) => Promise<Seen>,
): Promise<Seen> {
  const undone = new Error('undone')
  let seen: { value: Seen } | undefined
  await owner
    .transaction()
    .execute(async (tx) => {
      await tamper(tx)
      seen = { value: await look(tx) }
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  if (!seen) throw new Error('nothing was seen')
  return seen.value
}
