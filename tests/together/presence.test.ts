import { afterAll, beforeAll, expect, test } from 'vitest'
import { newcomer } from '#tests/engine/people.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { SECOND } from '#workflows/clock.ts'
import { leaveOpen, stayOpen } from '#workflows/presence/open-pages.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { runOnce as purge } from '#workflows/worker/purge.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const arrived = async () => (await town.report()).caseId
const stay = async (login: string, caseId: string) =>
  (await stayOpen(town.house, town.officer(login), caseId)).map(({ name }) => name)

test('whoever opens a case hears who else has it open, and since when', async () => {
  const caseId = await arrived()
  const since = town.clock.wall().toISOString()
  expect(await stay('songjie', caseId)).toEqual([])
  town.clock.advance(60 * SECOND)
  expect(await stay('songjie', caseId)).toEqual([])
  expect(await stayOpen(town.house, town.officer('tanyi'), caseId)).toEqual([
    { id: town.officer('songjie').id, name: '宋洁', since },
  ])
})

test('a page that was closed, or has not been seen for three minutes, is not open', async () => {
  const caseId = await arrived()
  await stay('songjie', caseId)
  await stay('hewen', caseId)
  await leaveOpen(town.house, town.officer('hewen'), caseId)
  expect(await stay('tanyi', caseId)).toEqual(['宋洁'])
  town.clock.advance(181 * SECOND)
  expect(await stay('luoping', caseId)).toEqual([])
  await purge(town.house)
  expect(await town.db.selectFrom('open_page').select('staff_id').execute()).toEqual([
    { staff_id: town.officer('luoping').id },
  ])
})

test('who may not know of the case neither hears nor is heard, nor does what is not there', async () => {
  const caseId = await arrived()
  const inside = await newcomer(town.house, ['clerk'], unitId('990301'))
  await stayOpen(town.house, inside, caseId)
  expect(await stay('hewen', caseId)).toHaveLength(1)
  await town.as('hewen').step(caseId, { type: 'nameAccused', units: [unitId('990301')] })
  expect(await stay('hewen', caseId)).toEqual([])
  expect(await stayOpen(town.house, inside, caseId)).toEqual([])
  for (const id of ['nothing', crypto.randomUUID()]) expect(await stay('hewen', id)).toEqual([])
})

test('that an auditor looks is on record, and not for others to watch', async () => {
  const caseId = await arrived()
  await stay('mazhen', caseId)
  expect(await stay('hewen', caseId)).toEqual([])
})
