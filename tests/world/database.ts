import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { roleUrl } from '#db/connection.ts'
import { APP_LOGIN, VAULT_LOGIN } from '#db/logins.ts'
import { databaseNamed } from './database-url.ts'
import { TEST_PASSWORDS } from './test-passwords.ts'

export type TestDatabase = {
  ownerUrl: string
  appUrl: string
  vaultUrl: string
  /** ends every connection and removes it */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own, in some tens of milliseconds. `empty`: not even migrated. */
export async function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { ownerUrl, template } = inject('testServer')
  const name = `huiyin_test_${randomBytes(6).toString('hex')}`
  await run(ownerUrl, `create database ${name}${empty ? '' : ` template ${template} strategy file_copy`}`)
  const url = databaseNamed(ownerUrl, name)
  // rights on the database itself are not copied
  const rights = `revoke all on database ${name} from public; grant connect on database ${name} to ${APP_LOGIN}, ${VAULT_LOGIN}`
  if (!empty) await run(url, rights)
  return {
    ownerUrl: url,
    appUrl: roleUrl(url, APP_LOGIN, TEST_PASSWORDS.app),
    vaultUrl: roleUrl(url, VAULT_LOGIN, TEST_PASSWORDS.vault),
    drop: () => run(ownerUrl, `drop database if exists ${name} with (force)`),
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
