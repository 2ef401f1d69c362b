import { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { connect, disconnect, roleUrl } from '#db/connection.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { APP_LOGIN } from '#db/logins.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/transaction.ts'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { TEST_PASSWORDS } from '#tests/world/test-passwords.ts'
import { DAY, wallClock } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { isReady } from '#workflows/reading/readiness.ts'
import { readSettings } from '#workflows/settings.ts'
import { ClockError, compareClocks } from '#workflows/worker/compare-clocks.ts'
import { keepHeartbeat } from '#workflows/worker/heartbeat.ts'
import { startWorker } from '#workflows/worker/main.ts'

/** A server of its own: that it is read-only for a moment concerns every database of it. */
let folder: ReturnType<typeof freshFolder>
let server: Embedded
let owner: Database
let house: House
/** What the worker's log says. */
let log = ''
const lines = new PassThrough().on('data', (line: Buffer) => {
  log += line.toString()
})
beforeAll(async () => {
  folder = freshFolder()
  server = await startEmbedded(folder.path, { overrides: { fsync: 'off' } })
  await migrate(server.url, TEST_PASSWORDS)
  owner = connect(server.url, { max: 2 })
  house = {
    db: connect(roleUrl(server.url, APP_LOGIN, TEST_PASSWORDS.app), { max: 2 }),
    keys: await freshKeys(),
    clock: wallClock(),
    settings: readSettings({ NODE_ENV: 'test', DATABASE_URL: server.url, HUMAN_CHECK: 'off' }),
    log: pino({ level: 'error' }, lines),
  }
}, 120_000)
afterAll(async () => {
  await disconnect(owner)
  await disconnect(house.db)
  await server.stop()
  folder.remove()
})
beforeEach(() => owner.deleteFrom('worker_heartbeat').execute())

const patience = { timeout: 60_000, interval: 50 }
const begin = () => startWorker(house, { ownerUrl: server.url, pace: { every: 200, patience: 3000 } })
/** Puts a duty into the queue, and waits until a worker has done it. */
async function isDone(task: string) {
  const { rows } = await sql<{ id: string }>`select id from graphile_worker.add_job(${task}, '{}'::json)`.execute(owner)
  const [job] = rows
  const left = async () =>
    (await sql`select 1 from graphile_worker.jobs where id = ${job?.id}`.execute(owner)).rows.length
  await vi.waitFor(async () => expect(await left()).toBe(0), patience)
}

test('a worker works again by itself after the database was read-only for a moment', async () => {
  const worker = await begin()
  await isDone('sweep-errands')
  const writable = connect(server.url, { max: 1 })
  await sql`set default_transaction_read_only = off`.execute(writable)
  // a job is under way when the moment begins, and its end cannot be written down
  await writable.transaction().execute(async (tx) => {
    await sql`lock table errand in access exclusive mode`.execute(tx)
    await sql`select graphile_worker.add_job('sweep-errands', '{}'::json)`.execute(owner)
    await vi.waitFor(async () => expect(await underWay(owner)).toBe(1), patience)
    await readOnly(owner, true)
  })
  // so the worker begins anew, while nothing can be written yet
  await vi.waitFor(() => expect(log).toContain('begins anew'), patience)
  const before = await refusals(writable)
  await vi.waitFor(async () => expect(await refusals(writable)).toBeGreaterThan(before + 1), patience)
  await readOnly(writable, false)
  await disconnect(writable)
  await isDone('sweep-errands')
  await worker.stop()
}, 120_000)

const underWay = async (db: Database) =>
  (
    await sql`select 1 from graphile_worker.jobs where locked_by is not null and task_identifier = 'sweep-errands'`.execute(
      db,
    )
  ).rows.length
const readOnly = async (db: Database, on: boolean) => {
  await sql`alter system set default_transaction_read_only = ${sql.lit(on ? 'on' : 'off')}`.execute(db)
  await sql`select pg_reload_conf()`.execute(db)
}

/** Transactions that the server rolled back. */
const refusals = async (db: Database) => {
  const { rows } = await sql<{ count: string }>`
    select xact_rollback as count from pg_stat_database where datname = current_database()`.execute(db)
  return Number(rows[0]?.count)
}

test('a worker that fetches no job is lost; one whose hands are all at work, or that fetches, is not', async () => {
  const pace = { every: 20, patience: 100 }
  const silent = keepHeartbeat(house, owner, 'silent', pace)
  const busy = keepHeartbeat(house, owner, 'busy', pace)
  const alive = keepHeartbeat(house, owner, 'alive', pace)
  const lost: string[] = []
  const watched = [silent.watch(() => false), busy.watch(() => true), alive.watch(() => false)]
  for (const [place, name] of ['silent', 'busy', 'alive'].entries()) watched[place]?.then(() => lost.push(name))
  const fetching = setInterval(() => void alive.tasks['heartbeat alive']?.(), 10)
  await watched[0]
  expect(lost).toEqual(['silent'])
  clearInterval(fetching)
  await watched[2]
  expect(lost).toEqual(['silent', 'alive'])
  for (const heartbeat of [silent, busy, alive]) await heartbeat.end()
})

test('the site is ready while a worker fetches jobs, and not once none has for two minutes', async () => {
  expect(await isReady(house)).toBe(false)
  const worker = await begin()
  await vi.waitFor(async () => expect(await isReady(house)).toBe(true), patience)
  const later = { ...house, clock: wallClock() }
  later.clock.wall = () => new Date(house.clock.wall().getTime() + 121_000)
  expect(await isReady(later)).toBe(false)
  await worker.stop()
  expect(await isReady(house)).toBe(false)
})

test('a worker that has stopped leaves no job, no task and no row behind', async () => {
  const tasks = async () =>
    (
      await sql`select identifier from graphile_worker._private_tasks where identifier like 'heartbeat %'`.execute(
        owner,
      )
    ).rows
  const before = await tasks()
  const worker = await begin()
  await vi.waitFor(async () => expect(await isReady(house)).toBe(true), patience)
  expect(await tasks()).toHaveLength(before.length + 1)
  await worker.stop()
  expect(await tasks()).toEqual(before)
  expect(await owner.selectFrom('worker_heartbeat').selectAll().execute()).toEqual([])
})

test('scheduled work goes on after a start with a clock sixty days ahead', async () => {
  const ahead = new Date(house.clock.wall().getTime() + 60 * DAY)
  await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('purge', ${ahead}, ${ahead}) on conflict (identifier) do update set last_execution = excluded.last_execution`.execute(
    owner,
  )
  const worker = await begin()
  const { rows } =
    await sql`select identifier from graphile_worker._private_known_crontabs where last_execution > ${house.clock.wall()}`.execute(
      owner,
    )
  expect(rows).toEqual([])
  await worker.stop()
})

test('a worker does not start beside a database whose clock says another day, and says so in one line', async () => {
  const ahead = () => new Date(house.clock.wall().getTime() + 60 * DAY)
  await expect(compareClocks(owner, ahead)).rejects.toThrow(ClockError)
  await expect(compareClocks(owner, ahead)).rejects.toThrow(/^The clock of this machine says [^\n]+$/)
})
