import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Another house runs on the same data. */
export class AlreadyRunningError extends Error {
  override name = 'AlreadyRunningError'
}

/** One number of ours among the advisory locks of a database. */
const HOUSE_LOCK = 720_001
const ATTEMPTS = 10
const PAUSE_MS = 100

/**
 * Takes the one place of a house at this database and keeps it until the returned connection ends, which a killed
 * process's does by itself. Waits a second for a predecessor just killed. Throws AlreadyRunningError.
 */
export async function claim(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: `huiyin house ${process.pid}`, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [HOUSE_LOCK])
    if (rows[0]?.taken) return client
    await pause(PAUSE_MS)
  }
  const holder = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.objid = $1`,
    [HOUSE_LOCK],
  )
  await client.end()
  const process_ = holder.rows[0]?.name.split(' ').at(-1)
  throw new AlreadyRunningError(
    `Huiyin is already running here${process_ ? ` (process ${process_})` : ''}: stop it first, or set another DATA_DIR.`,
  )
}
