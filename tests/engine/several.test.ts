import { beforeAll, describe, expect, test } from 'vitest'
import { chosenIn, listIn, MOST_AT_ONCE, SEVERAL_ACTS } from '#app/desk/several-asked.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { stepSeveral } from '#workflows/engine/step-several.ts'
import { readNumbers, readSeveral } from '#workflows/reading/several-cases.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
const plain = () => town.report({ text: '会开得太多。', place: undefined, unit: undefined })
const lifeOf = async (id: string) => (await town.row(id)).life
const seenNow = async (id: string) => ({ id, seen: (await town.row(id)).revision })
const CLASSIFY = { type: 'classify', kind: 'B12', complexity: 'easy', place: null }

describe('several cases at once', () => {
  test('each has an outcome of its own: done, changed meanwhile, not now, not there', async () => {
    const clerk = town.officer('hewen')
    const [fresh, changed, further] = [await plain(), await plain(), await plain()]
    const hidden = await town.report({ story: 'weeklyReliefReport' })
    await town.as('hewen').step(further.caseId, CLASSIFY)
    await town.as('hewen').step(further.caseId, { type: 'accept' })
    const chosen = await Promise.all([fresh, changed, further, hidden].map(({ caseId }) => seenNow(caseId)))
    await town.as('luoping').step(changed.caseId, { type: 'take' })

    const came = await stepSeveral(
      town.house,
      chosen,
      [{ type: 'proposeRefusal', reason: 'elsewhere', text: '…' } as never],
      clerk,
    )
    expect(came.map(({ outcome }) => (outcome.kind === 'moved' ? 'moved' : outcome.code))).toEqual([
      'moved',
      'stale',
      'not-now',
      'conflict-of-interest',
    ])
    const [, stale] = came
    expect(stale?.outcome).toMatchObject({ meanwhile: [{ type: 'take', by: '罗平' }] })
    expect(await lifeOf(changed.caseId)).toBe('triage.open')
  })

  test('two acts of one sending are two steps, and the second is not tried where the first was refused', async () => {
    const clerk = town.officer('hewen')
    const [one, other] = [await plain(), await plain()]
    const chosen = [await seenNow(one.caseId), await seenNow(other.caseId)]
    await town.as('luoping').step(other.caseId, { type: 'take' })
    const came = await stepSeveral(town.house, chosen, [CLASSIFY, { type: 'accept' }], clerk, 'one-sending')
    expect(came.map(({ done, outcome }) => [done, outcome.kind])).toEqual([
      [['classify'], 'moved'],
      [[], 'refused'],
    ])
    expect(await lifeOf(one.caseId)).toBe('assigning.open')
    const revision = (await town.row(one.caseId)).revision
    const again = await stepSeveral(
      town.house,
      chosen.slice(0, 1),
      [CLASSIFY, { type: 'accept' }],
      clerk,
      'one-sending',
    )
    expect(again[0]?.outcome.kind).toBe('moved')
    expect((await town.row(one.caseId)).revision).toBe(revision)
  })

  test('what is offered is what every one of them allows, and a case one may not know of is not there', async () => {
    const clerk = town.officer('hewen')
    const [one, other] = [await plain(), await plain()]
    const hidden = await town.report({ story: 'weeklyReliefReport' })
    const read = (...ids: string[]) => readSeveral(town.house, clerk, ids, SEVERAL_ACTS)
    expect((await read(one.caseId, other.caseId))?.acts).toEqual([
      'classify',
      'merge',
      'take',
      'markUrgent',
      'proposeRefusal',
    ])
    await town.as('hewen').step(other.caseId, CLASSIFY)
    expect((await read(other.caseId))?.acts).toContain('accept')
    expect((await read(one.caseId, other.caseId))?.acts).not.toContain('accept')

    const with3 = await read(one.caseId, hidden.caseId)
    expect(with3?.rows.map(({ id }) => id)).toEqual([one.caseId])
    expect(await read(hidden.caseId)).toBeNull()
    expect(await readNumbers(town.house, clerk, [hidden.caseId])).toEqual({})
    expect(await readSeveral(town.house, town.officer('jiangtao'), [hidden.caseId], SEVERAL_ACTS)).not.toBeNull()
  })
})

describe('an address made by hand', () => {
  const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
  test('names each case once, nothing that is none, and no more than may be done at once', () => {
    const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, at) => id(at))
    expect(chosenIn([...many, id(0), 'nothing', '', "' or 1=1"])).toEqual({
      chosen: many.slice(0, MOST_AT_ONCE).map((each) => ({ id: each, seen: 0 })),
      cut: true,
    })
    expect(chosenIn([`${id(1)} 7`, `${id(2)} many`])).toEqual({ chosen: [{ id: id(1), seen: 7 }], cut: false })
  })
  test.each([
    'https://elsewhere.test',
    '//elsewhere.test',
    '/sign-out',
    '/desk\\@elsewhere.test',
    '/deskelsewhere',
    null,
  ])('leads back to the desk and not to %s', (said) => expect(listIn(said)).toBe('/desk'))
  test('leads back to the list it came from', () =>
    expect(listIn('/desk?state=triage&mine=1')).toBe('/desk?state=triage&mine=1'))
})
