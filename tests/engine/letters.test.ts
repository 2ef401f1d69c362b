import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { stepLetter } from '#workflows/engine/step-letter.ts'

let town: Town
let caseId: string
beforeAll(async () => {
  town = await aTown()
  caseId = (await town.report()).caseId
  await town.drive(caseId, 'rectifying')
})
afterAll(() => town.close())

const absent = '11111111-1111-4111-8111-111111111111'
const letterOn = async (track: 'territory' | 'department') => {
  const letter = (await town.letters(caseId)).find((each) => each.track === track)
  if (!letter) throw new Error(`no letter on ${track}`)
  return letter
}
const handlerOf = (track: 'territory' | 'department') => town.officer(town.handlers(caseId)[track])
const result = { facts: '查实', measures: '合并三张表', effect: '少报两张', prevention: '新表先审' }

describe('A unit acting on a letter', () => {
  it("is refused alike where the letter is another unit's, absent or malformed, and where the act is not a unit's", async () => {
    const territory = handlerOf('territory')
    const { id } = await letterOn('department')
    const unknown = { kind: 'refused', code: 'unknown' }
    expect(await stepLetter(town.house, id, { type: 'acknowledge' }, territory)).toEqual(unknown)
    expect(await stepLetter(town.house, absent, { type: 'acknowledge' }, territory)).toEqual(unknown)
    expect(await stepLetter(town.house, '../x', { type: 'acknowledge' }, territory)).toEqual(unknown)
    expect(await stepLetter(town.house, caseId, { type: 'acknowledge' }, territory)).toEqual(unknown)
    const own = await letterOn('territory')
    const forged = { type: 'passResults' } as never
    expect(await stepLetter(town.house, own.id, forged, territory)).toEqual(unknown)
  })

  it('learns that it was done and nothing of the case, also when it is sent twice', async () => {
    const { id } = await letterOn('territory')
    const twice = { request: 'one-form-of-mine' }
    const by = handlerOf('territory')
    expect(await stepLetter(town.house, id, { type: 'acknowledge' }, by, twice)).toEqual({ kind: 'moved' })
    expect(await stepLetter(town.house, id, { type: 'acknowledge' }, by, twice)).toEqual({ kind: 'moved' })
    expect((await letterOn('territory')).acknowledged_on).toBe((await letterOn('territory')).issued_on)
  })

  it('says in one line what both will keep up where it is the lead, and need not where it assists', async () => {
    const sides = ['territory', 'department'] as const
    const letters = await Promise.all(sides.map(letterOn))
    const lead = letters.find(({ lead }) => lead)!
    const assisting = letters.find(({ lead }) => !lead)!
    const without = { type: 'submitResult' as const, ...result, upkeep: '' }
    expect(await stepLetter(town.house, lead.id, { ...without, facts: '' }, handlerOf(lead.track))).toMatchObject({
      code: 'invalid',
      issues: [
        { field: 'facts', problem: 'missing' },
        { field: 'upkeep', problem: 'missing' },
      ],
    })
    await stepLetter(town.house, assisting.id, { type: 'acknowledge' }, handlerOf(assisting.track))
    expect(await stepLetter(town.house, assisting.id, without, handlerOf(assisting.track))).toEqual({ kind: 'moved' })
  })

  it('may not act on a letter that a later one has replaced', async () => {
    const again = (await town.report({ story: 'thirteenVideoMeetings' })).caseId
    await town.drive(again, 'rectifying')
    const letter = (await town.letters(again)).find(({ track }) => track === 'territory')!
    const by = town.officer(town.handlers(again).territory)
    await town.house.db.updateTable('letter').set({ superseded: true }).where('id', '=', letter.id).execute()
    expect(await stepLetter(town.house, letter.id, { type: 'acknowledge' }, by)).toEqual({
      kind: 'refused',
      code: 'unknown',
    })
  })
})
