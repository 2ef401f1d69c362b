import { sql } from 'kysely'
import type { Database } from './transaction.ts'

/**
 * Lets the built-in server drop its log up to now. Every commit stands in it with its microsecond, and in a quiet town
 * that would stay for days. Nothing is lost: the checkpoint writes first what the log was kept for.
 */
export async function forgetCommitTimes(owner: Database): Promise<void> {
  // what is dropped is whole files: the one being written to is closed first
  await sql`select pg_switch_wal()`.execute(owner)
  await sql`checkpoint`.execute(owner)
}
