import pg from 'pg'

/**
 * A pool for the job queue, on the owner's login. It is ours and not the queue's own, because a connection that is
 * lost while the queue lets go of its pool would otherwise end the process: nobody would be listening any more.
 */
export function openJobPool(ownerUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: ownerUrl, max, application_name: 'huiyin worker' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
