import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { DAY } from '#workflows/clock.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

test('a report is driven to any phase of the ordinary path, and further from there', async () => {
  const { caseId } = await town.report()
  for (const phase of ['verifying', 'rectifying', 'reviewing', 'closed'] as const) {
    await town.drive(caseId, phase)
    expect((await town.row(caseId)).life.split('.')[0]).toBe(phase)
  }
})

test('the units of the two letters answer them', async () => {
  const { caseId } = await town.report({ story: 'thirtySevenGroups' })
  await town.drive(caseId, 'rectifying')
  const { territory } = town.handlers(caseId)
  expect((await town.letters(caseId)).map(({ track }) => track).toSorted()).toEqual(['department', 'territory'])
  expect(await town.as(territory).step(caseId, { type: 'acknowledge', track: 'territory' })).toMatchObject({
    kind: 'moved',
  })
})

test('a date that goes by is rung once', async () => {
  const another = await aTown()
  const { caseId } = await another.report()
  another.clock.advance(10 * DAY)
  expect([await another.ring(), await another.ring()]).toEqual([1, 0])
  expect((await another.row(caseId)).life).toBe('triage.open')
  expect(await another.as('clerk').may(caseId)).toContainEqual({ type: 'take', variants: [{ type: 'take' }] })
  await another.close()
})
