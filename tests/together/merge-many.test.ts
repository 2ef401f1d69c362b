import { afterAll, beforeAll, expect, test } from 'vitest'
import { gather } from '#app/desk/gather.server.ts'
import { newcomer } from '#tests/engine/people.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { giveReason } from '#workflows/reading/closed-case.ts'
import { STORIES } from '#workflows/sample-town/data/stories/stories.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { FORTY } from './forty.ts'

let town: Town
const forty: string[] = []
beforeAll(async () => {
  town = await aTown()
  for (const text of FORTY) forty.push((await town.report({ text })).caseId)
  for (const { id } of STORIES.filter((story) => !story.id.endsWith('Again')).slice(0, 25))
    await town.report({ story: id })
  await town.drain()
}, 120_000)
afterAll(() => town.close())

const main = () => forty[0] ?? ''
const page = async (login: string, id: string, similar = 50) =>
  readCasePage(town.house, town.officer(login), id, { similar })
const sent = (act: string, cases: readonly { id: string; revision: number }[]) => {
  const form = new FormData()
  form.set('act', act)
  form.set('request', 'a-form-of-this-page')
  for (const { id, revision } of cases) form.append('case', `${id} ${revision}`)
  return form
}

test('a page shows the five likest, with why, and how many more there are', async () => {
  const seen = await page('hewen', main(), 5)
  expect(seen?.similar?.cases).toHaveLength(5)
  expect(seen?.similar?.more).toBeGreaterThan(25)
  const [first] = seen?.similar?.cases ?? []
  expect(first?.tenths).toBeGreaterThanOrEqual(8)
  expect(first?.why).toMatchObject({ daysApart: 0, kind: false })
  const [phrase = ''] = first?.why.phrases ?? []
  expect(phrase.length).toBeGreaterThan(20)
  expect(FORTY[0]).toContain(phrase.replace('…', ''))
  const tenths = seen?.similar?.cases.map((each) => each.tenths) ?? []
  expect(tenths).toEqual([...tenths].sort((a, b) => b - a))
})

test('the look at the words of another case is on that case’s record', async () => {
  const [like] = (await page('luoping', main(), 5))?.similar?.cases ?? []
  const looks = await town.db
    .selectFrom('look')
    .select('page')
    .where('case_id', '=', like?.id ?? '')
    .where('staff_id', '=', town.officer('luoping').id)
    .execute()
  expect(looks).toEqual([{ page: 'similar' }])
})

test('whoever does not read reports sees that cases are alike, and none of their words', async () => {
  const cases = (await page('xielan', main()))?.similar?.cases ?? []
  expect(cases.length).toBeGreaterThan(30)
  expect(cases.flatMap(({ why }) => why.phrases)).toEqual([])
})

test('a case that accuses the officer’s own unit is not among them, whichever way it is looked at', async () => {
  const inside = await newcomer(town.house, ['clerk'], unitId('990301'))
  const [, accused = ''] = forty
  await town.as('hewen').step(accused, { type: 'nameAccused', units: [unitId('990301')] })
  const seen = await readCasePage(town.house, inside, main(), { similar: 50 })
  expect(seen?.similar?.cases.length).toBeGreaterThan(30)
  expect(seen?.similar?.cases.map(({ id }) => id)).not.toContain(accused)
  await town.as('hewen').step(accused, { type: 'nameAccused', units: [] })
})

test('forty duplicates of one meeting become one case in a sending or two, and nothing else does', async () => {
  const seen = await page('hewen', main())
  const alike = seen?.similar?.cases ?? []
  expect(alike.length).toBeGreaterThanOrEqual(33)
  expect(alike.filter(({ id }) => !forty.includes(id))).toEqual([])
  const [moved, ...rest] = alike
  // one was changed after the page was drawn, and one is none of the town's
  await town.as('luoping').step(moved?.id ?? '', { type: 'note', text: '我来看' })
  const hewen = town.officer('hewen')
  const asked = sent('mergeHere', [...alike, { id: crypto.randomUUID(), revision: 1 }])
  const done = await gather(town.house, hewen, main(), asked)
  const outcomes = done?.came.map(({ outcome }) => (outcome.kind === 'moved' ? 'moved' : outcome.code)) ?? []
  expect(outcomes[0]).toBe('stale')
  expect(outcomes.at(-1)).toBe('unknown')
  expect(outcomes.slice(1, -1)).toEqual(rest.map(() => 'moved'))
  // the double click of the same form says the same, and does nothing twice
  const again = await gather(town.house, hewen, main(), asked)
  expect(again?.came.map(({ outcome }) => outcome.kind)).toEqual(done?.came.map(({ outcome }) => outcome.kind))

  // those whom the first case's words missed find it by the words of the others
  const left = await town.db
    .selectFrom('case_file')
    .select(['id', 'revision'])
    .where('id', 'in', forty.slice(1))
    .where('main_case', 'is', null)
    .execute()
  for (const { id } of left) expect((await page('hewen', id))?.similar?.cases[0]?.id).toBe(main())
  await gather(town.house, hewen, main(), sent('mergeHere', left))
  const rows = await town.db.selectFrom('case_file').select('id').where('main_case', '=', main()).execute()
  expect(rows.map(({ id }) => id).sort()).toEqual(forty.slice(1).sort())
  expect((await page('hewen', main()))?.similar?.cases).toEqual([])
})

test('each can be taken out again, by itself', async () => {
  const merged = (await page('hewen', main()))?.merged.slice(0, 2) ?? []
  const done = await gather(town.house, town.officer('hewen'), main(), sent('unmergeHere', merged))
  expect(done?.came.map(({ outcome }) => outcome.kind)).toEqual(['moved', 'moved'])
  expect((await page('hewen', main()))?.merged).toHaveLength(37)
})

test('whoever may not put cases together is told so for each', async () => {
  const [first = ''] = forty.slice(-1)
  const { revision } = await town.row(first)
  await giveReason(town.house, town.officer('songjie'), first, '同一件事有人来问')
  const done = await gather(town.house, town.officer('songjie'), main(), sent('mergeHere', [{ id: first, revision }]))
  expect(done?.came.map(({ outcome }) => outcome.kind === 'refused' && outcome.code)).toEqual(['not-your-role'])
  await giveReason(town.house, town.officer('songjie'), main(), '核实时要对照')
  expect((await page('songjie', main()))?.mayGather).toBe(false)
})
