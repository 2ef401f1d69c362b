import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './prepared.ts'
import type { Tables } from './tables.ts'

/** Longer than any page may take; a queue is an index scan of milliseconds. */
const STATEMENT_TIMEOUT_MS = 15_000
const IDLE_IN_TRANSACTION_MS = 30_000

/**
 * A pool of at most `max` connections to `url`. Days come as `YYYY-MM-DD`, instants as Date, counts as numbers;
 * the session's zone is UTC. `timeoutMs` 0 lets a statement run as long as it likes (filling, backup).
 * Connections open when first used; `disconnect` ends them.
 */
export function connect<Database = Tables>(
  url: string,
  { max, name = 'huiyin', timeoutMs = STATEMENT_TIMEOUT_MS, admit }: Connecting,
): Kysely<Database> {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max,
    application_name: name,
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    options: '-c TimeZone=UTC',
    types: { getTypeParser: parserOf },
    ...(admit && { verify: admitting(admit) }),
  })
  // an idle connection lost with its server: the pool drops it, and the next query opens another or says why not
  pool.on('error', () => {})
  // a connection that dies between two statements says so to whoever holds it as well: the next statement fails
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** What the database keeps to prove keys by. */
type KeyChecks = { name: string; sealed: Buffer }[]
/** `admit` is shown the key checks on every new connection, and throws where the connection must not be used. */
type Connecting = { max: number; name?: string; timeoutMs?: number; admit?: (checks: KeyChecks) => void }

const admitting =
  (admit: (checks: KeyChecks) => void) =>
  (client: pg.PoolClient, done: (error?: Error) => void): void => {
    client
      .query<KeyChecks[number]>('select name, sealed from key_check')
      .then(({ rows }) => {
        admit(rows)
      })
      .then(() => done(), done)
  }

/** Ends every connection of the pool behind `db`. */
export const disconnect = (db: { destroy(): Promise<void> }): Promise<void> => db.destroy()

/** `ownerUrl` with another login: the same server and database. */
export function roleUrl(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = encodeURIComponent(password)
  return url.href
}

/** pg makes a Date of a day, in the server's own zone: an off-by-one day for half the world. Its text is kept instead. */
const DAY = 1082
const INT8 = 20

const parserOf: pg.CustomTypesConfig['getTypeParser'] = (oid: number, format?: 'text' | 'binary') => {
  if (oid === DAY) return asItIs
  if (oid === INT8) return safeNumber
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
}

const asItIs = (text: string) => text

function safeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError('A stored number is too large to be read exactly.')
  return number
}
