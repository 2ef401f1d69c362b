import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { readSettings } from '#workflows/settings.ts'
import { databaseNamed } from './database-url.ts'
import { TEST_PASSWORDS } from './test-passwords.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the server of this run, and the migrated database that every test file gets a copy of */
    testServer: { ownerUrl: string; template: string }
  }
}

/** Nobody pulls the plug during a test run: the disk need not be waited for. The crash tests start servers of their own. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

/** One PostgreSQL for the run (DATABASE_URL, or one of our own in a temporary folder) with one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = readSettings().databaseUrl
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-tests-'))
  chmodSync(folder, 0o711)
  const server = given ? null : await startEmbedded(join(folder, 'data'), { overrides: FAST })
  const ownerUrl = given ?? server?.url ?? ''
  const template = `huiyin_template_${randomBytes(4).toString('hex')}`
  await run(ownerUrl, `create database ${template}`)
  await migrate(databaseNamed(ownerUrl, template), TEST_PASSWORDS)
  project.provide('testServer', { ownerUrl, template })
  return async () => {
    if (given) await run(ownerUrl, `drop database ${template}`)
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
