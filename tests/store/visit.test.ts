import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { freshFolder } from '#tests/world/folder.ts'

let folder: ReturnType<typeof freshFolder>
let house: Embedded
beforeEach(async () => {
  folder = freshFolder()
  house = await startEmbedded(folder.path)
})
afterEach(async () => {
  await house.stop()
  folder.remove()
})
const log = () => readFileSync(join(folder.path, 'postgres/postgres.log'), 'utf8')
const answers = async (url: string) => {
  const client = new pg.Client(url)
  await client.connect()
  await client.end()
}

test('a command run beside the house uses its database and leaves it running', async () => {
  const visit = await startEmbedded(folder.path, { as: 'visit' })
  expect(visit).toMatchObject({ attached: true, url: house.url })
  await visit.stop()
  await answers(house.url)
})

test('a command run alone starts the database and ends it', async () => {
  await house.stop()
  const visit = await startEmbedded(folder.path, { as: 'visit' })
  expect(visit.attached).toBe(false)
  await visit.stop()
  await expect(answers(visit.url)).rejects.toThrow()
})

test('a house begun while a command is at work keeps its database when the command ends', async () => {
  await house.stop()
  const visit = await startEmbedded(folder.path, { as: 'visit' })
  house = await startEmbedded(folder.path)
  await visit.stop()
  await answers(house.url)
})

test("the database's own log tells of a crash, and holds no statement, parameter or value", async () => {
  const owner = new pg.Pool({ connectionString: house.url, max: 2 })
  owner.on('error', () => {})
  await owner.query('create table secret (word text primary key)')
  await owner.query("insert into secret values ('CANARY-1')")
  await expect(owner.query('insert into secret values ($1)', ['CANARY-1'])).rejects.toThrow('duplicate')
  await expect(owner.query("select 'CANARY-2'::uuid")).rejects.toThrow('CANARY-2')
  const busy = await owner.connect()
  busy.on('error', () => {})
  const { rows } = await busy.query('select pg_backend_pid() as id')
  const asleep = busy.query("select pg_sleep(60), 'CANARY-3'").catch((error) => error)
  await vi.waitFor(async () => {
    const running = await owner.query(
      "select 1 from pg_stat_activity where query like '%CANARY-3%' and wait_event = 'PgSleep'",
    )
    expect(running.rowCount).toBe(1)
  })
  process.kill(rows[0].id, 'SIGKILL')
  expect(await asleep).toBeInstanceOf(Error)
  await vi.waitFor(() => expect(log()).toContain('terminated by signal 9'), { timeout: 10_000 })
  expect(log()).not.toMatch(/CANARY|insert|select/)
  busy.release(true)
  await owner.end()
  house = await restart()
})

/** The crash took the house's place with it, as it would take the process. */
async function restart(): Promise<Embedded> {
  return startEmbedded(folder.path)
}
