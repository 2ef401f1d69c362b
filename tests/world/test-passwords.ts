import { databasePassword } from '#workflows/protection/keys.ts'

/** The logins belong to the whole server, so every test database, and every site a test starts, draws them from this key. */
export const TEST_DATABASE_KEY = Buffer.alloc(32, 'of the tests')

export const TEST_PASSWORDS = {
  app: databasePassword({ database: TEST_DATABASE_KEY }, 'app'),
  vault: databasePassword({ database: TEST_DATABASE_KEY }, 'vault'),
}
