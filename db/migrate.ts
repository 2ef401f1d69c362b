import { runMigrations } from 'graphile-worker'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { connect, disconnect } from './connection.ts'
import { grantRights } from './grants.ts'
import { APP_LOGIN, VAULT_LOGIN, ensureLogin } from './logins.ts'
import { MIGRATIONS } from './migration-list.ts'

/** One number of ours among the advisory locks of a database. */
const MIGRATION_LOCK = 720_002

/**
 * Brings the database of `ownerUrl` to this version: the job queue's own schema first, then ours, then both logins
 * with these passwords and their rights. Two at once are safe: the second waits and finds nothing to do.
 * Needs a login that may create roles; throws what PostgreSQL refused, with everything of ours rolled back.
 */
export async function migrate(
  ownerUrl: string,
  passwords: { app: string; vault: string },
  migrations: Record<string, Migration> = MIGRATIONS,
): Promise<{ applied: string[] }> {
  const lock = new pg.Client({ connectionString: ownerUrl, application_name: 'huiyin migrate' })
  await lock.connect()
  const owner = connect<unknown>(ownerUrl, { max: 2, name: 'huiyin migrate', timeoutMs: 0 })
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await runMigrations({ connectionString: ownerUrl })
    const migrator = new Migrator({ db: owner, provider: { getMigrations: async () => migrations } })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error) throw error
    await ensureLogin(owner, APP_LOGIN, passwords.app)
    await ensureLogin(owner, VAULT_LOGIN, passwords.vault)
    await grantRights(owner)
    return { applied: results.map(({ migrationName }) => migrationName) }
  } finally {
    await disconnect(owner)
    await lock.end()
  }
}

/** The migrations of this version that the database lacks; all of them where it is empty. Changes nothing. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const owner = connect<unknown>(ownerUrl, { max: 1, name: 'huiyin migrate' })
  try {
    const migrator = new Migrator({ db: owner, provider: { getMigrations: async () => MIGRATIONS } })
    const known = await migrator.getMigrations()
    return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name)
  } finally {
    await disconnect(owner)
  }
}
