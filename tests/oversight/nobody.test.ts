import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import { readNotices } from '#workflows/reading/notices.ts'

let town: Town
let caseId: string
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
  caseId = (await town.report()).caseId
  await town.drive(caseId, 'assigning')
  const { unit } = town.officer(town.handlers(caseId).department)
  await town.db.updateTable('staff').set({ disabled: true }).where('unit_id', '=', unit).execute()
  await town.drive(caseId, 'rectifying')
}, 120_000)
afterAll(() => town.close())

const told = async (login: string) => {
  await town.drain()
  const notices = await readNotices(town.house, town.officer(login), { unread: false, most: 50 })
  return notices.filter(({ name }) => name === 'nobodyAtUnit')
}

it('a letter to a unit where nobody answers letters is told to the supervisor at once, and so is each of its rungs', async () => {
  const number = (await town.row(caseId)).number
  expect(await told('xielan')).toMatchObject([{ subject: { at: 'case', number } }])
  for (let day = 0; day < 3; day += 1) {
    await town.pass(1)
    await town.ring()
    await ringRungs(town.house)
  }
  // the date to acknowledge has passed: what should have been its red card
  expect((await told('xielan')).length).toBe(2)
  for (let day = 0; day < 6; day += 1) {
    await town.pass(1)
    await ringRungs(town.house)
  }
  // and seven days before its result is due, what should have been its reminder
  expect((await told('xielan')).length).toBe(3)
  expect(await told('liangbo')).toEqual([])
})
