import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathToEachPlace } from '#tests/machine/graph.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { caseLife } from '#workflows/case/versions.ts'
import { readAttention } from '#workflows/reading/attention.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

/** One place of the machine for every status a case can have. */
const statuses = () => {
  const places = new Map(pathToEachPlace().map(({ at }) => [caseLife(at.value), at]))
  return [...places].map(([life, { value, context }]) => ({ life, value, context }))
}
const firstOf = async () =>
  (await readAttention(town.house, town.officer('disciplineLiaison'))).reprisal.lines.map(({ id }) => id)

test('whoever is hunted stays first before the liaison, looked at or not, whatever the status, until answered', async () => {
  const all = statuses()
  expect(all.length).toBeGreaterThan(20)
  for (const { life, value, context } of all) {
    const { caseId } = await town.report()
    const main = life === 'merged' ? (await town.report()).caseId : null
    await town.db
      .updateTable('case_file')
      .set({
        life,
        value: JSON.stringify(value),
        context: JSON.stringify({ ...context, reprisal: false }),
        main_case: main,
      })
      .where('id', '=', caseId)
      .execute()
    const hunted = { type: 'reportReprisal', text: '有人在查是谁写的。' }
    expect(await town.asReporter(caseId).step(caseId, hunted), life).toMatchObject({ kind: 'moved' })
    expect(await firstOf(), life).toEqual([caseId])
    await readCasePage(town.house, town.officer('disciplineLiaison'), caseId)
    await town.drain()
    expect(await firstOf(), `${life}, looked at`).toEqual([caseId])
    const answer = { type: 'answerReprisal', text: '已经制止。' }
    expect(await town.as('disciplineLiaison').step(caseId, answer), life).toMatchObject({ kind: 'moved' })
    expect(await firstOf(), `${life}, answered`).toEqual([])
  }
})
