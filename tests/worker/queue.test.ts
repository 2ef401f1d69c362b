import { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freeJobsOfTheDead, sayAlive } from '#db/living-workers.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeError } from '#workflows/log.ts'
import { startWorker } from '#workflows/worker/main.ts'
import { TASKS } from '#workflows/engine/errands.ts'
import * as sweepErrands from '#workflows/worker/sweep-errands.ts'
import { taskList, TIMETABLE } from '#workflows/worker/task-list.ts'
import { type SmallTown, smallTown } from './small-town.ts'

let town: SmallTown
beforeEach(async () => {
  town = await smallTown()
})
afterEach(() => town.close())

const begin = () => startWorker(town.house, { ownerUrl: town.house.database.ownerUrl })
const undone = async () =>
  (await town.house.db.selectFrom('errand').select('task').where('done', '=', false).execute()).length
const patience = { timeout: 10_000, interval: 25 }
const locked = async () =>
  (
    await sql<{ locked_by: string }>`select locked_by from graphile_worker.jobs where locked_by is not null`.execute(
      town.owner,
    )
  ).rows

/** The log of the house, kept to be read. */
function heard() {
  const lines: string[] = []
  const stream = new PassThrough()
  stream.on('data', (line: Buffer) => lines.push(line.toString()))
  town.house.log = pino({ level: 'trace', serializers: { err: describeError } }, stream)
  return lines
}

test('what is in the queue is done by the worker, and its log says nothing of it', async () => {
  const lines = heard()
  await town.officer('clerk', ['clerk'])
  await town.report()
  await sweepErrands.runOnce(town.house)
  const worker = await begin()
  await vi.waitFor(async () => expect(await undone()).toBe(0), patience)
  await worker.stop()
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
  expect(lines).toEqual([])
})

test('two workers on one queue tell everybody once', async () => {
  await town.officer('clerk', ['clerk'])
  for (let count = 0; count < 10; count++) await town.report()
  await sweepErrands.runOnce(town.house)
  const workers = [await begin(), await begin()]
  await vi.waitFor(async () => expect(await undone()).toBe(0), patience)
  for (const worker of workers) await worker.stop()
  expect(await town.notices()).toHaveLength(10)
})

test('what fails is in the log and in the queue by its code alone, and the others are done', async () => {
  const lines = heard()
  await town.officer('clerk', ['clerk'])
  const { case: id } = await town.report()
  await town.report()
  const payload = JSON.stringify({ notice: '某县要求重复填报', case: id })
  await town.owner
    .updateTable('errand')
    .set({ payload })
    .where('case_id', '=', id)
    .where('task', '=', 'deliver-notice')
    .execute()
  await sweepErrands.runOnce(town.house)
  const worker = await begin()
  await vi.waitFor(async () => expect(await undone()).toBe(1), patience)
  await vi.waitFor(() => expect(lines.join('')).toContain('a job failed'), patience)
  await worker.stop()
  expect(lines.join('')).not.toContain('某县')
  expect(lines.join('')).not.toContain(id)
  const { rows } = await sql<{
    last_error: string
  }>`select last_error from graphile_worker.jobs where attempts > 0`.execute(town.owner)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.last_error).not.toContain('某县')
})

test('the job of a killed worker goes back to the queue, and that of a living one stays with it', async () => {
  const { ownerUrl } = town.house.database
  await town.report()
  await sweepErrands.runOnce(town.house)
  const taken = (worker: string, task: string) =>
    sql`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = '2026-11-23T00:00:00Z'
        where id = (select id from graphile_worker.jobs where task_identifier = ${task})`.execute(town.owner)
  await taken('killed', 'index-case')
  await taken('living', 'deliver-notice')
  const living = await sayAlive(ownerUrl, ['living'])
  const before = new Date('2026-11-23T00:01:00Z')
  expect(await freeJobsOfTheDead(town.owner, new Date('2026-11-22T23:59:00Z'))).toBe(0)
  expect(await freeJobsOfTheDead(town.owner, before)).toBe(1)
  expect(await locked()).toEqual([{ locked_by: 'living' }])
  await living.end()
  expect(await freeJobsOfTheDead(town.owner, before)).toBe(1)
  expect(await locked()).toEqual([])
})

test('a worker that stops leaves nothing locked', async () => {
  await town.report()
  await sweepErrands.runOnce(town.house)
  const worker = await begin()
  await vi.waitFor(async () => expect(await undone()).toBe(0), patience)
  await worker.stop()
  expect(await locked()).toEqual([])
})

test('a worker whose connections the server ended begins anew by itself', async () => {
  await town.officer('clerk', ['clerk'])
  const worker = await begin()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename <> 'huiyin_app' and pid <> pg_backend_pid()`.execute(town.owner)
  await town.report()
  await sweepErrands.runOnce(town.house)
  await vi.waitFor(async () => expect(await undone()).toBe(0), patience)
  await worker.stop()
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test('every duty of the timetable, and every errand a step can ask for, has its doer in the queue', () => {
  const doers = Object.keys(taskList(town.house, town.owner))
  expect(doers).toEqual(expect.arrayContaining([...TIMETABLE.map(({ task }) => task), ...TASKS]))
  expect(doers).toHaveLength(TIMETABLE.length + TASKS.length)
})

test('the queue does not start without its database, and says so', async () => {
  const nowhere = new URL(town.house.database.ownerUrl)
  nowhere.pathname = '/nowhere'
  await expect(startWorker(town.house, { ownerUrl: nowhere.href })).rejects.toThrow()
})

test('what an officer’s step asked for is not in the queue when the step came to nothing', async () => {
  const { case: id } = await town.report()
  await inTransaction(town.house.db, async (tx) => {
    await sql`select engine.enqueue('index-case', '{"errand":"1"}', ${id})`.execute(tx)
    throw new Error('the step was refused')
  }).catch(() => null)
  const { rows } = await sql`select key from graphile_worker.jobs where key = ${id}`.execute(town.owner)
  expect(rows).toEqual([])
})
