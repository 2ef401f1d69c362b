/** The logins belong to the whole server, so every test database uses these. */
export const TEST_PASSWORDS = { app: 'app-of-the-tests', vault: 'vault-of-the-tests' }
