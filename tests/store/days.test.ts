import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { runChild } from '#tests/world/child.ts'
import { freshDatabase, type TestDatabase } from '#tests/world/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test.each(['Asia/Shanghai', 'UTC', 'America/Los_Angeles'])(
  'a server standing in %s stores the same days and instants',
  async (zone) => {
    const child = runChild('tests/store/read-days-child.ts', [database.appUrl], { zone })
    expect(await child.next()).toEqual({
      day: '2026-01-01',
      instant: '2025-12-31T16:30:00.000Z',
      stored: '2025-12-31 16:30:00+00',
      count: 1,
      zone: 'UTC',
    })
    expect(await child.ended()).toBe(0)
  },
)

test('a number too large to be exact is refused, not rounded', async () => {
  const db = connect(database.appUrl, { max: 1 })
  await expect(sql`select 9007199254740993::bigint as number`.execute(db)).rejects.toThrow('too large')
  await disconnect(db)
})

test('a statement that never ends is ended', async () => {
  const db = connect(database.appUrl, { max: 1, timeoutMs: 100 })
  await expect(sql`select pg_sleep(30)`.execute(db)).rejects.toMatchObject({ code: '57014' })
  await disconnect(db)
})
