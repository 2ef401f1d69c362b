import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { readAttention } from '#workflows/reading/attention.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const of = (login: string) => readAttention(town.house, town.officer(login))
const ids = (...sections: { lines: readonly { id: string }[] }[]) =>
  sections.flatMap(({ lines }) => lines.map(({ id }) => id))

it('asks nobody for what only a second person may do, not even whoever has the case in hand', async () => {
  const { caseId } = await town.report({ story: 'landAndLawsuit' })
  await town.as('hewen').step(caseId, { type: 'take' })
  expect(ids((await of('hewen')).dueSoon)).toContain(caseId)
  await town.as('hewen').step(caseId, { type: 'proposeRefusal', reason: 'livelihood', text: '请拨打12345。' })
  expect(ids((await of('qinyue')).toSign)).toContain(caseId)
  const { late, dueSoon } = await of('hewen')
  expect(ids(late, dueSoon)).not.toContain(caseId)
})

it('asks for a ruling on more time whoever may rule, and not the supervisor', async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'rectifying')
  const { territory, department } = town.handlers(caseId)
  await town.as(department).step(caseId, { type: 'acknowledge', track: 'department' })
  const handler = town.as(territory)
  await handler.step(caseId, { type: 'acknowledge', track: 'territory' })
  expect(
    await handler.step(caseId, { type: 'askExtension', track: 'territory', days: 3, grounds: '要等一次会。' }),
  ).toMatchObject({ kind: 'moved' })
  expect(ids((await of('fangmin')).toSign)).toContain(caseId)
  const { late, dueSoon } = await of('xielan')
  expect(ids(late, dueSoon)).not.toContain(caseId)
})
