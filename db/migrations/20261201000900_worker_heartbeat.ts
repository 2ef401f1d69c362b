import { type Kysely, sql } from 'kysely'

/** When each worker last fetched a job. It holds no time of a reporter: the jobs it counts are the worker's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table worker_heartbeat (
    worker text primary key,
    at timestamptz not null
  )`.execute(db)
}
