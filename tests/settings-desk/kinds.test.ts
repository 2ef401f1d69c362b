import { afterAll, beforeAll, expect, test } from 'vitest'
import { listKinds } from '#db/read/units.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { DAY } from '#workflows/clock.ts'
import { readKinds } from '#workflows/reading/kinds.ts'
import { changeKind, raiseKind, retireKind } from '#workflows/settings-desk/change-kind.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const by = () => town.officer('tongyue')
const kindOf = async (code: string) => {
  const kind = (await listKinds(town.db)).find((each) => each.code === code)
  if (!kind) throw new Error(`no kind ${code}`)
  return kind
}
const change = async (code: string, more: Record<string, string>, seen?: number) => {
  const kind = await kindOf(code)
  const said = { ...kind, lines: kind.lines.join('、'), ...more }
  return changeKind(town.house, by(), code, said, { seen: seen ?? kind.revision })
}
const classify = { type: 'classify', complexity: 'easy', place: null } as const

test('a kind is renamed and says so from now on; its code stays', async () => {
  expect(await change('B31', { name_zh: '重复填表', lines: 'data、statistics' })).toMatchObject({ kind: 'changed' })
  expect(await kindOf('B31')).toMatchObject({ name_zh: '重复填表', lines: ['data', 'statistics'], revision: 2 })
  expect(await change('B31', { name_zh: '又一个' }, 1)).toMatchObject({
    code: 'stale',
    meanwhile: [
      {
        by: '童悦',
        differences: expect.arrayContaining([{ field: 'name_zh', before: '填表报数多头重复', after: '重复填表' }]),
      },
    ],
  })
})

test('no administrator can tell from a count that there is a case: it is about how many, of this morning', async () => {
  const counted = async () => (await readKinds(town.house)).kinds.find(({ code }) => code === 'B22')?.cases
  await takeFigures(town.house, { first: true, draw: () => 0 })
  for (let each = 0; each < 5; each += 1) {
    const { caseId } = await town.report()
    await town.as('hewen').step(caseId, { ...classify, kind: 'B22' })
    expect(await counted()).toBeNull()
  }
  town.clock.advance(DAY)
  await takeFigures(town.house, { draw: () => 0 })
  expect(await counted()).toBe(5)
})

test('a name of nothing, a line that is none and a way that is none are refused by their fields', async () => {
  expect(await change('B31', { name_en: ' ', lines: 'DROP TABLE', mode: 'quickly' })).toMatchObject({
    code: 'invalid',
    faults: [
      { field: 'name_en', problem: 'missing' },
      { field: 'mode', problem: 'wrong' },
      { field: 'lines', problem: 'wrong' },
    ],
  })
  expect(await change('B31', { lines: 'a' })).toMatchObject({ code: 'invalid' })
  expect(await changeKind(town.house, by(), 'B77', {}, { seen: 1 })).toMatchObject({ code: 'unknown' })
})

test('a retired kind cannot be chosen, but whoever has it keeps it', async () => {
  const { caseId } = await town.report()
  const clerk = town.as('hewen')
  await clerk.step(caseId, { ...classify, kind: 'B12' })
  const { revision } = await kindOf('B12')
  expect(await retireKind(town.house, by(), 'B12', true, { seen: revision })).toMatchObject({ kind: 'changed' })
  const other = (await town.report()).caseId
  expect(await clerk.step(other, { ...classify, kind: 'B12' })).toMatchObject({ kind: 'refused', code: 'invalid' })
  expect(await clerk.step(other, { type: 'split', kind: 'B12', text: '还有一件事。' })).toMatchObject({
    kind: 'refused',
    code: 'invalid',
    issues: [{ field: 'kind' }],
  })
  expect(await clerk.step(caseId, { ...classify, kind: 'B12', complexity: 'complex' })).toMatchObject({ kind: 'moved' })
  expect(await retireKind(town.house, by(), 'OUT', true, { seen: 1 })).toMatchObject({ code: 'invalid' })
})

test('a kind goes one place up in the lists', async () => {
  const order = async () => (await listKinds(town.db)).map(({ code }) => code)
  const before = await order()
  const { revision } = await kindOf('B22')
  await raiseKind(town.house, by(), 'B22', { seen: revision })
  expect((await order()).indexOf('B22')).toBe(before.indexOf('B22') - 1)
})
