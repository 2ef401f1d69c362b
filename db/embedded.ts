import pg from 'pg'
import { claim } from './embedded/claim.ts'
import { type Cluster, OWNER, openCluster } from './embedded/cluster.ts'
import { halt, ownerConnection, serve } from './embedded/server.ts'

export type Embedded = {
  /** the owner's URL of the database `huiyin` */
  url: string
  /** a server was already running (its house was killed, or a house is running and this is a visit) */
  attached: boolean
  /** the last server was killed; PostgreSQL replayed its log */
  recovered: boolean
  /** a house ends the server; a visit ends it only when it is the last to leave */
  stop(): Promise<void>
}

const DATABASE = 'huiyin'

/**
 * The built-in PostgreSQL of `dataDir`, made at first and started unless it runs. `as: 'house'` (web and worker)
 * takes the one place of a house and throws AlreadyRunningError where another holds it; `as: 'visit'` (a command)
 * does not. `say` gets one line where the data had to go elsewhere; `overrides` are further PostgreSQL settings.
 */
export async function startEmbedded(
  dataDir: string,
  options: { as?: 'house' | 'visit'; say?: (line: string) => void; overrides?: Record<string, string> } = {},
): Promise<Embedded> {
  const cluster = openCluster(dataDir, options.say ?? (() => {}))
  const server = await serve(cluster, options.overrides ?? {})
  await ensureDatabase(cluster, server.port)
  const connection = ownerConnection(cluster, server.port, DATABASE)
  const place = options.as === 'visit' ? null : await claim(connection)
  return {
    url: `postgres://${OWNER}:${cluster.password}@127.0.0.1:${server.port}/${DATABASE}`,
    attached: server.attached,
    recovered: server.recovered,
    stop: async () => {
      await place?.end()
      if (place || !(await anyoneElse(connection))) await halt(cluster, server)
    },
  }
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client(ownerConnection(cluster, port, 'postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // another first start made it in between
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code !== '42P04' && code !== '23505') throw error
  } finally {
    await client.end()
  }
}

async function anyoneElse(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
  )
  await client.end()
  return Boolean(rowCount)
}
