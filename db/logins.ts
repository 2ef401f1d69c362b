import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'

/** The two least-right logins. Logins belong to the whole server: one town per PostgreSQL server. */
export const APP_LOGIN = 'huiyin_app'
export const VAULT_LOGIN = 'huiyin_vault'

const ATTEMPTS = 10
const PAUSE_MS = 50

/** Makes `login` or renews its password. Only a salted verifier is sent: the password stays out of statements and logs. */
export async function ensureLogin(owner: Kysely<unknown>, login: string, password: string): Promise<void> {
  const verifier = sql.lit(verifierOf(password))
  const exists = sql<{ found: boolean }>`select exists (select from pg_roles where rolname = ${login}) as found`
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await exists.execute(owner)
      if (rows[0]?.found) await sql`alter role ${sql.id(login)} login password ${verifier}`.execute(owner)
      else await sql`create role ${sql.id(login)} login password ${verifier}`.execute(owner)
      return
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '42501') throw new Error(refusal(login), { cause: error })
      if (attempt === ATTEMPTS || !isContention(error)) throw error
      await pause(PAUSE_MS)
    }
  }
}

const refusal = (login: string) =>
  `The owner in DATABASE_URL may not make or change the login ${login}: it needs CREATEROLE, and no other town on this server.`

/** Two databases of one server being migrated at once touch the same row: made in between, or "tuple concurrently updated". */
const isContention = (error: unknown) =>
  error instanceof pg.DatabaseError && ['42710', '23505', 'XX000'].includes(error.code ?? '')

/** RFC 5803: what PostgreSQL itself would store for this password. */
function verifierOf(password: string): string {
  const salt = randomBytes(16)
  const rounds = 4096
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const hmac = (label: string) => createHmac('sha256', salted).update(label).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}
