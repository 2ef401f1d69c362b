import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { indexEntryOf } from '#tests/world/index-entries.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readSearch } from '#workflows/reading/search.ts'
import { examine } from '#workflows/settings-desk/examine.ts'
import { runOnce as indexCases } from '#workflows/worker/index-cases.ts'
import { rebuildSearch } from '#workflows/worker/rebuild-search.ts'

let town: Town
beforeEach(async () => {
  town = await aTown()
})
afterEach(() => town.close())

const rows = () => town.db.selectFrom('search.case_index').selectAll().orderBy('case_id').execute()
const finds = async (typed: string, house = town.house) => {
  const page = await readSearch(house, town.officer('hewen'), { typed, filter: {}, after: null })
  return page.found === 'cases' ? page.hits.map(({ id }) => id) : []
}
/** What a process finds that has just started. */
const findsAnew = async (typed: string) => {
  const db = connect(town.database.appUrl, { max: 2 })
  return finds(typed, { ...town.house, db }).finally(() => disconnect(db))
}
/** The same case with a text that no key opens. */
const spoil = (caseId: string) =>
  town.db
    .insertInto('note')
    .values({ ...NOTE, id: caseId, case_id: caseId, by: caseId, body: Buffer.alloc(40, 1) })
    .execute()
const NOTE = { about: 'note', at: new Date('2026-01-05T02:00:00Z') }
const doctor = async () => (await examine(town.house)).find(({ check }) => check === 'search')

test('after a restore, which brings no index, the doctor says so and everything is found again', async () => {
  const { caseId } = await town.report({ text: '每天在三个群里打卡。' })
  await indexCases(town.house)
  expect(await doctor()).toMatchObject({ ok: true, says: '1 of 1 cases are indexed' })
  const before = await indexEntryOf(town.house, caseId)
  await town.db.deleteFrom('search.case_index').execute()
  expect(await findsAnew('打卡')).toEqual([])
  expect(await doctor()).toMatchObject({ ok: false, says: expect.stringContaining('huiyin search rebuild') })
  expect(await rebuildSearch(town.house)).toEqual({ generation: 2, resumed: false, indexed: 1, unreadable: 0 })
  expect(await finds('打卡')).toEqual([caseId])
  expect(await findsAnew('打卡')).toEqual([caseId])
  expect(await indexEntryOf(town.house, caseId)).toEqual(before)
})

test('a case that waits for the worker is no fault', async () => {
  await town.report({ text: '每天在三个群里打卡。' })
  expect(await doctor()).toMatchObject({ ok: true, says: '0 of 1 cases are indexed' })
})

test('it is written from nothing: whatever stood there, and of cases that are gone nothing', async () => {
  const { caseId } = await town.report({ text: '每天在三个群里打卡。' })
  const wrong = { sealed: Buffer.alloc(600, 7), generation: 1 }
  await town.db
    .insertInto('search.case_index')
    .values([
      { case_id: caseId, ...wrong },
      { case_id: '00000000-0000-4000-8000-000000000000', ...wrong },
    ])
    .execute()
  await rebuildSearch(town.house)
  expect((await rows()).map(({ case_id }) => case_id)).toEqual([caseId])
  expect(await finds('打卡')).toEqual([caseId])
})

test('broken off, it goes on where it stood, and what was found before is found meanwhile', async () => {
  for (let nth = 0; nth < 120; nth++) await town.report({ text: `第${nth}次迎检台账。` })
  await indexCases(town.house)
  const broken = rebuildSearch(town.house, (indexed) => {
    if (indexed > 0) throw new Error('killed')
  })
  await expect(broken).rejects.toThrow('killed')
  expect(await finds('第77次')).toHaveLength(1)
  expect(await findsAnew('第77次')).toHaveLength(1)
  expect(await doctor()).toMatchObject({ ok: false, says: expect.stringContaining('broken off') })
  const told: [number, number][] = []
  const done = await rebuildSearch(town.house, (indexed, of) => told.push([indexed, of]))
  expect(done).toEqual({ generation: 2, resumed: true, indexed: 70, unreadable: 0 })
  expect(told).toEqual([
    [0, 70],
    [50, 70],
    [70, 70],
  ])
  expect(await doctor()).toMatchObject({ ok: true })
})

test('two at once share the work, and what is said meanwhile is found', async () => {
  for (let nth = 0; nth < 60; nth++) await town.report({ text: `第${nth}次迎检台账。` })
  const { caseId } = await town.report({ text: '开会。' })
  const supplement = town.asReporter(caseId).step(caseId, { type: 'supplement', text: '还要截图留痕。' })
  await Promise.all([rebuildSearch(town.house), rebuildSearch(town.house), supplement])
  await indexCases(town.house)
  expect(await finds('截图留痕')).toEqual([caseId])
  expect((await rows()).every(({ generation }) => generation >= 2)).toBe(true)
})

test('one case that does not open stops nobody: it is counted, said, and keeps what it had', async () => {
  const { caseId } = await town.report({ text: '每天在三个群里打卡。' })
  await indexCases(town.house)
  const { caseId: other } = await town.report({ text: '打卡要截图。' })
  await spoil(caseId)
  expect(await rebuildSearch(town.house)).toEqual({ generation: 2, resumed: false, indexed: 2, unreadable: 1 })
  expect(await doctor()).toMatchObject({ ok: false, says: expect.stringContaining('texts of 1 do not open') })
  const page = await readSearch(town.house, town.officer('hewen'), { typed: '打卡', filter: {}, after: null })
  expect(page).toMatchObject({ hits: [{ id: other }], unreadable: 1, next: null })
})

test('an entry of the index that does not open hides its own case alone', async () => {
  const { caseId } = await town.report({ text: '每天在三个群里打卡。' })
  const { caseId: other } = await town.report({ text: '打卡要截图。' })
  await indexCases(town.house)
  await town.db
    .updateTable('search.case_index')
    .set({ sealed: Buffer.alloc(600, 7) })
    .where('case_id', '=', caseId)
    .execute()
  expect(await findsAnew('打卡')).toEqual([other])
})

test('what another process indexes is found at once, and what is said anew takes the place of what was', async () => {
  const { caseId } = await town.report({ text: '开会。' })
  expect(await finds('截图留痕')).toEqual([])
  const db = connect(town.database.appUrl, { max: 2 })
  await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '还要截图留痕。' })
  await indexCases({ ...town.house, db }).finally(() => disconnect(db))
  expect(await finds('截图留痕')).toEqual([caseId])
  expect(await finds('截图留痕')).toEqual([caseId])
})
