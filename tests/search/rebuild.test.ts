import { afterEach, beforeEach, expect, test } from 'vitest'
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

const rows = () => town.db.selectFrom('search.search_tokens').selectAll().orderBy('case_id').execute()
const finds = async (typed: string) => {
  const page = await readSearch(town.house, town.officer('hewen'), { typed, filter: {}, after: null })
  return page.found === 'cases' ? page.hits.map(({ id }) => id) : []
}
const doctor = async () => (await examine(town.house)).find(({ check }) => check === 'search')

test('after a restore, which brings no index, the doctor says so and everything is found again', async () => {
  const { caseId } = await town.report({ text: '每天在三个群里打卡。' })
  await indexCases(town.house)
  expect(await doctor()).toMatchObject({ ok: true, says: '1 of 1 cases are indexed' })
  const before = await rows()
  await town.db.deleteFrom('search.search_tokens').execute()
  expect(await finds('打卡')).toEqual([])
  expect(await doctor()).toMatchObject({ ok: false, says: expect.stringContaining('huiyin search rebuild') })
  expect(await rebuildSearch(town.house)).toEqual({ generation: 2, resumed: false, indexed: 1 })
  expect(await finds('打卡')).toEqual([caseId])
  expect(await rows()).toEqual(before.map((row) => ({ ...row, generation: 2 })))
})

test('a case that waits for the worker is no fault', async () => {
  await town.report({ text: '每天在三个群里打卡。' })
  expect(await doctor()).toMatchObject({ ok: true, says: '0 of 1 cases are indexed' })
})

test('it is written from nothing: whatever stood there, and of cases that are gone nothing', async () => {
  const { caseId } = await town.report({ text: '每天在三个群里打卡。' })
  const wrong = { tokens: [1, 2], office_tokens: [3], received_on: '1999-01-01', generation: 1 }
  await town.db
    .insertInto('search.search_tokens')
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
  expect(await doctor()).toMatchObject({ ok: false, says: expect.stringContaining('broken off') })
  const told: [number, number][] = []
  const done = await rebuildSearch(town.house, (indexed, of) => told.push([indexed, of]))
  expect(done).toEqual({ generation: 2, resumed: true, indexed: 70 })
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
