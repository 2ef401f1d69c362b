import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { APP_LOGIN, ensureLogin } from '#db/logins.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migration-list.ts'
import { describeSchema } from '#db/schema-dump.ts'
import { freshDatabase, type TestDatabase } from '#tests/world/database.ts'
import { TEST_PASSWORDS } from '#tests/world/test-passwords.ts'

let database: TestDatabase
let owner: Kysely<unknown>
beforeEach(async () => {
  database = await freshDatabase({ empty: true })
  owner = connect<unknown>(database.ownerUrl, { max: 1 })
})
afterEach(async () => {
  await disconnect(owner)
  await database.drop()
})
const names = Object.keys(MIGRATIONS)

test('the list of migrations is the folder of migrations', () => {
  const files = readdirSync('db/migrations').map((file) => file.replace(/\.ts$/, ''))
  expect(names.toSorted()).toEqual(files.toSorted())
})

test('two migrations begun at once leave one schema, each step applied once', async () => {
  const both = await Promise.all([
    migrate(database.ownerUrl, TEST_PASSWORDS),
    migrate(database.ownerUrl, TEST_PASSWORDS),
  ])
  expect(both.map(({ applied }) => applied.length).sort((a, b) => a - b)).toEqual([0, names.length])
  expect(both.flatMap(({ applied }) => applied)).toEqual(names)
})

test('a migration that fails half-way leaves nothing of itself behind', async () => {
  const broken = {
    '20990101000000_broken': {
      up: async (db: Kysely<unknown>) => {
        await sql`create table half_made ()`.execute(db)
        await sql`this is no statement`.execute(db)
      },
    },
  }
  const start = migrate(database.ownerUrl, TEST_PASSWORDS, { ...MIGRATIONS, ...broken })
  await expect(start).rejects.toThrow('syntax error')
  const { rows } = await sql`select to_regclass('half_made') as found`.execute(owner)
  expect(rows).toEqual([{ found: null }])
  expect(await migrate(database.ownerUrl, TEST_PASSWORDS)).toEqual({ applied: names })
})

test('the schema on paper is the schema that the migrations make', async () => {
  await migrate(database.ownerUrl, TEST_PASSWORDS)
  expect(await describeSchema(owner), 'write it anew: npx tsx app/console/dump-schema.ts').toBe(
    readFileSync('db/schema.sql', 'utf8'),
  )
})

test('no column fills itself with the time: it comes from the clock that the act was judged by', () => {
  expect(readFileSync('db/schema.sql', 'utf8')).not.toMatch(/now\(\)|current_(date|time)|clock_timestamp|local_?time/i)
})

test('an owner who may not make logins is told what is missing', async () => {
  await migrate(database.ownerUrl, TEST_PASSWORDS)
  const clerk = `huiyin_clerk_${randomBytes(4).toString('hex')}`
  await sql`create role ${sql.id(clerk)} login`.execute(owner)
  const reduced = connect<unknown>(database.ownerUrl, { max: 1 })
  await sql`set role ${sql.id(clerk)}`.execute(reduced)
  await expect(ensureLogin(reduced, APP_LOGIN, TEST_PASSWORDS.app)).rejects.toThrow('it needs CREATEROLE')
  await disconnect(reduced)
  await sql`drop role ${sql.id(clerk)}`.execute(owner)
})
