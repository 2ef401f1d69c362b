import { sql } from 'kysely'
import pg from 'pg'
import type { Database } from './transaction.ts'

/**
 * A living worker holds an advisory lock of its name on a connection of its own; when its process is killed the
 * server lets go of it. The queue itself would keep the job of a killed worker locked for four hours.
 */
const nameOfLock = (worker: string) => `huiyin worker ${worker}`

/** Says that these workers live until `end`; `lost` resolves when the connection breaks and nothing says so any more. */
export async function sayAlive(
  ownerUrl: string,
  workers: readonly string[],
): Promise<{ lost: Promise<void>; end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'huiyin worker' })
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  await client.connect()
  for (const worker of workers)
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [nameOfLock(worker)])
  return { lost, end: () => client.end() }
}

/**
 * Gives the jobs of dead workers back to the queue and says of how many workers; jobs locked after `before` are left
 * alone, since a worker takes its first job a moment before it says that it lives. Needs the owner's connection.
 */
export async function freeJobsOfTheDead(owner: Database, before: Date): Promise<number> {
  const { rows } = await sql<{ locked_by: string }>`
    select distinct locked_by from graphile_worker.jobs where locked_at < ${before}`.execute(owner)
  let freed = 0
  for (const { locked_by } of rows) {
    const { rows: tried } = await sql<{ dead: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${nameOfLock(locked_by)}, 0)) as dead`.execute(owner)
    if (!tried[0]?.dead) continue
    await sql`select graphile_worker.force_unlock_workers(array[${locked_by}]::text[])`.execute(owner)
    freed += 1
  }
  return freed
}
