import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { DAY, HOUR, MINUTE } from '#workflows/clock.ts'
import { openTypicalCase } from '#workflows/engine/open.ts'
import { queryTokens } from '#workflows/protection/blind-index.ts'
import * as deliverNotices from '#workflows/worker/deliver-notices.ts'
import { doErrand, doErrands } from '#workflows/worker/do-errand.ts'
import { DOERS } from '#workflows/worker/doers.ts'
import * as indexCases from '#workflows/worker/index-cases.ts'
import * as purge from '#workflows/worker/purge.ts'
import * as ringDeadlines from '#workflows/worker/ring-deadlines.ts'
import * as stopPublications from '#workflows/worker/stop-publications.ts'
import * as sweepErrands from '#workflows/worker/sweep-errands.ts'
import { indexEntryOf } from '#tests/world/index-entries.ts'
import { type SmallTown, smallTown } from './small-town.ts'

let town: SmallTown
beforeEach(async () => {
  town = await smallTown()
})
afterEach(() => town.close())

const jobs = async () =>
  (
    await sql<{ payload: unknown; created_at: Date; task_identifier: string }>`
      select j.task_identifier, p.payload, j.created_at from graphile_worker.jobs j
      join graphile_worker._private_jobs p using (id) order by j.id`.execute(town.owner)
  ).rows
/** Everything that errands write. */
const stock = async () => ({
  notices: await town.house.db.selectFrom('notice').selectAll().orderBy('id').execute(),
  journal: await town.house.db.selectFrom('journal').select(['subject_id', 'seq', 'type']).orderBy('hash').execute(),
  tokens: await town.house.db.selectFrom('search.case_index').select(['case_id', 'generation', 'changed_in']).execute(),
  errands: await town.house.db.selectFrom('errand').selectAll().orderBy('id').execute(),
})
const diesAfter =
  (doer: (typeof DOERS)['index-case']): (typeof DOERS)['index-case'] =>
  async (...given) => {
    await doer(...given)
    throw new Error('killed')
  }

test('what a reporter does reaches the queue by the sweep alone, and a job says nothing but its errand', async () => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  expect(await jobs()).toEqual([])
  expect(await sweepErrands.runOnce(town.house)).toBe(2)
  const errands = await town.house.db.selectFrom('errand').select(['id', 'queued']).execute()
  expect(errands.every(({ queued }) => queued)).toBe(true)
  const payloads = (await jobs()).map(({ payload }) => payload)
  expect(payloads).toHaveLength(2)
  expect(payloads).toEqual(expect.arrayContaining(errands.map(({ id }) => ({ errand: id }))))
  expect(await sweepErrands.runOnce(town.house)).toBe(0)
  expect(await jobs()).toHaveLength(2)
})

test('the moment a job was made is that of the sweep, not of the report', async () => {
  await town.report()
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(town.owner)
  await sweepErrands.runOnce(town.house)
  for (const { created_at } of await jobs())
    expect(created_at.getTime()).toBeGreaterThanOrEqual(rows[0]?.at.getTime() ?? 0)
})

test('what an officer does is in the queue the moment it is done', async () => {
  const clerk = await town.officer('clerk', ['clerk'])
  const { case: id } = await town.report()
  await town.does(clerk, id, { type: 'refer', text: '涉嫌违纪' })
  expect((await jobs()).map((job) => job.task_identifier)).toEqual(['deliver-notice', 'index-case'])
})

test('an errand put off until later is not swept before its time', async () => {
  await town.report()
  const later = new Date(town.house.clock.town().getTime() + HOUR)
  await town.house.db.updateTable('errand').set({ not_before: later }).execute()
  expect(await sweepErrands.runOnce(town.house)).toBe(0)
  expect(await deliverNotices.runOnce(town.house)).toBe(0)
  town.house.clock.advance(2 * HOUR)
  expect(await sweepErrands.runOnce(town.house)).toBe(2)
})

test('killed before the errand was begun: it is done at the next start', async () => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  const dies = () => Promise.reject(new Error('killed'))
  expect(await doErrands(town.house, 'deliver-notice', dies)).toBe(0)
  expect(await town.notices()).toEqual([])
  expect(await deliverNotices.runOnce(town.house)).toBe(1)
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test('killed between doing and marking: nobody is told twice', async () => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  expect(await doErrands(town.house, 'deliver-notice', diesAfter(DOERS['deliver-notice']))).toBe(0)
  expect(await deliverNotices.runOnce(town.house)).toBe(1)
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test('one errand that cannot be done stands in no other’s way', async () => {
  await town.officer('clerk', ['clerk'])
  const poison = await town.report()
  await town.report()
  await town.owner
    .updateTable('errand')
    .set({ payload: '{"notice":"nonsense"}' })
    .where('case_id', '=', poison.case)
    .where('task', '=', 'deliver-notice')
    .execute()
  expect(await deliverNotices.runOnce(town.house)).toBe(1)
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test('two workers at once do an errand once', async () => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  await Promise.all([deliverNotices.runOnce(town.house), deliverNotices.runOnce(town.house)])
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test('an errand that two hold in their hands is begun by the first alone', async () => {
  const { case: id } = await town.report()
  const errand = await town.house.db
    .selectFrom('errand')
    .select('id')
    .where('case_id', '=', id)
    .executeTakeFirstOrThrow()
  let begun = 0
  const counts = async () => {
    begun += 1
  }
  await Promise.all([doErrand(town.house, counts, errand.id), doErrand(town.house, counts, errand.id)])
  expect(begun).toBe(1)
})

test('every duty run a second time changes nothing', async () => {
  await town.officer('clerk', ['clerk'])
  const { case: source } = await town.report()
  await aTypicalCaseOf(source)
  town.house.clock.advance(10 * DAY)
  const duties = [ringDeadlines, sweepErrands, deliverNotices, indexCases, stopPublications, purge]
  for (let round = 0; round < 3; round++) for (const { runOnce } of duties) await runOnce(town.house)
  const before = await stock()
  expect(before.notices.length).toBeGreaterThan(0)
  expect(before.tokens).toHaveLength(1)
  for (const { runOnce } of duties) await runOnce(town.house)
  expect(await stock()).toEqual(before)
})

test('a case is found by what its reporter added, and by nothing that was not said', async () => {
  const { keys } = town.house
  const { case: id, report } = await town.report('每天报送三张重复的表格')
  await town.says(report, id, { type: 'supplement', text: '还要求下载三个程序' })
  await indexCases.runOnce(town.house)
  const found = async (query: string) => {
    const entry = await indexEntryOf(town.house, id)
    return queryTokens(keys, query).every((token) => entry?.tokens.includes(token >>> 0))
  }
  expect(await found('重复的表格')).toBe(true)
  expect(await found('下载三个程序')).toBe(true)
  expect(await found('会议')).toBe(false)
})

test('an erased case leaves nothing in the index', async () => {
  const { case: id } = await town.report()
  await indexCases.runOnce(town.house)
  await town.owner.deleteFrom('data_key').where('id', '=', id).execute()
  await town.owner.updateTable('errand').set({ done: false }).execute()
  await indexCases.runOnce(town.house)
  const rows = await town.house.db.selectFrom('search.case_index').select('sealed').execute()
  expect(rows).toEqual([{ sealed: Buffer.alloc(0) }])
})

test('a source that comes to life again is told to its typical case once, although the worker was killed in between', async () => {
  const { case: source } = await town.report()
  const id = await aTypicalCaseOf(source)
  expect(await doErrands(town.house, 'stop-publication', diesAfter(DOERS['stop-publication']))).toBe(0)
  expect(await stopPublications.runOnce(town.house)).toBe(1)
  const acts = await town.house.db
    .selectFrom('journal')
    .select('type')
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()
  expect(acts.map(({ type }) => type)).toEqual(['opened', 'sourceReopened'])
  await deliverNotices.runOnce(town.house)
  expect((await town.notices()).filter((each) => each.includes('sourceReopened'))).toEqual([
    'approver: sourceReopened',
    'editor: sourceReopened',
  ])
})

test('what is kept only for a while is removed when the while is over, and not before', async () => {
  const { db, clock } = town.house
  const { id } = await town.officer('clerk', ['clerk'])
  const now = clock.wall()
  await db
    .insertInto('used_challenge')
    .values({ digest: Buffer.alloc(32), expires_at: new Date(now.getTime() + HOUR) })
    .execute()
  await db
    .insertInto('staff_session')
    .values({ token_hash: Buffer.alloc(32), staff_id: id, begun_at: now, seen_at: now })
    .execute()
  await db
    .insertInto('answered_request')
    .values({ actor: id, request: 'r', answer: '{}', on_day: '2026-11-23' })
    .execute()
  const left = async () => {
    const count = async (table: 'used_challenge' | 'staff_session' | 'answered_request') =>
      (await db.selectFrom(table).selectAll().execute()).length
    await purge.runOnce(town.house)
    return [await count('used_challenge'), await count('staff_session'), await count('answered_request')]
  }
  expect(await left()).toEqual([1, 1, 1])
  clock.advance(31 * MINUTE)
  expect(await left()).toEqual([1, 0, 1])
  clock.advance(HOUR)
  expect(await left()).toEqual([0, 0, 1])
  clock.advance(3 * DAY)
  expect(await left()).toEqual([0, 0, 0])
})

/** A typical case drawn on the case, and the errand that its reopening asks for. */
async function aTypicalCaseOf(source: string): Promise<string> {
  const editor = await town.officer('editor', ['editor'])
  await town.officer('approver', ['approver'])
  const draft = { title: '重复报表', body: '某县要求重复填报', sources: [source] }
  const id = await inTransaction(town.house.db, (tx) =>
    openTypicalCase(town.house, tx, { ...editor, kind: 'staff' }, draft),
  )
  const errand = { id: source, task: 'stop-publication', key: `reopened:${source}:1`, case_id: source }
  await town.house.db
    .insertInto('errand')
    .values({ ...errand, payload: JSON.stringify({ case: source }) })
    .execute()
  return id
}
