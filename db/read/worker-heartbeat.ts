import type { Database } from '#db/transaction.ts'

/** When any worker last fetched a job of its own; undefined where none ever did. */
export async function findLastHeartbeat(db: Database): Promise<Date | undefined> {
  const row = await db.selectFrom('worker_heartbeat').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row?.at
}
