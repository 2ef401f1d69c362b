import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** The task that only the worker `worker` fetches: its own list of tasks alone names it. */
export const heartbeatTask = (worker: string): string => `heartbeat ${worker}`

/** Puts the worker's heartbeat job into the queue, before everything else that waits there. Needs the owner's login. */
export async function enqueueHeartbeat(owner: Database, worker: string): Promise<void> {
  const task = heartbeatTask(worker)
  await sql`select graphile_worker.add_job(${task}, '{}'::json, job_key => ${task}, max_attempts => 1, priority => -100)`.execute(
    owner,
  )
}

/** Says that `worker` fetched its heartbeat job at the instant `at`. */
export async function storeHeartbeat(owner: Database, worker: string, at: Date): Promise<void> {
  await owner
    .insertInto('worker_heartbeat')
    .values({ worker, at })
    .onConflict((known) => known.column('worker').doUpdateSet({ at }))
    .execute()
}

/** Removes what a worker that has ended leaves behind: its row, and the job and the task that nobody else fetches. */
export async function removeHeartbeat(owner: Database, worker: string): Promise<void> {
  const task = heartbeatTask(worker)
  await owner.deleteFrom('worker_heartbeat').where('worker', '=', worker).execute()
  await sql`select graphile_worker.remove_job(${task})`.execute(owner)
  await sql`delete from graphile_worker._private_tasks tasks where identifier = ${task}
    and not exists (select from graphile_worker._private_jobs jobs where jobs.task_id = tasks.id)`.execute(owner)
}

/** The workers whose last heartbeat is before `before`. */
export async function listSilentWorkers(owner: Database, before: Date): Promise<string[]> {
  const rows = await owner.selectFrom('worker_heartbeat').select('worker').where('at', '<', before).execute()
  return rows.map(({ worker }) => worker)
}
