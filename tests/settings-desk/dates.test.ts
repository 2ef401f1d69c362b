import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { readDates } from '#workflows/reading/dates.ts'
import { endDateRule, type DateRuleTyped, setDateRule } from '#workflows/settings-desk/dates.ts'
import { settingsRecord } from './settings-record.ts'

const SOURCE = '云办发〔2026〕3号'
let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
})
afterAll(() => town.close())

const administrator = () => town.officer('tongyue')
const pageOf = async (name: string) => {
  const found = (await readDates(town.house)).dates.find((date) => date.name === name)
  if (!found) throw new Error(`no date ${name}`)
  return found
}
const set = async (more: Partial<DateRuleTyped>, newest?: string) => {
  const said = { name: 'triage', kind: '', complexity: '', days: '4', validFrom: '2026-03-02', source: SOURCE, ...more }
  return setDateRule(town.house, administrator(), said, { newest: newest ?? (await pageOf(said.name)).newest })
}
const triageOf = async (caseId: string) =>
  town.db
    .selectFrom('deadline')
    .select(['due_on', 'days', 'rule'])
    .where('case_id', '=', caseId)
    .where('name', '=', 'triage')
    .executeTakeFirstOrThrow()

test('a new length counts for dates given from now on, and never for one given already', async () => {
  const before = (await town.report()).caseId
  const given = await triageOf(before)
  expect(given).toEqual({ due_on: '2026-03-04', days: 2, rule: 'default' })
  expect(await set({ days: '4' })).toMatchObject({ kind: 'changed' })
  expect(await triageOf((await town.report()).caseId)).toEqual({ due_on: '2026-03-06', days: 4, rule: SOURCE })
  expect(await triageOf(before)).toEqual(given)
  expect((await settingsRecord(town)).at(-1)).toMatchObject({ type: 'setDeadlineRule' })
})

test('a rule of a coming day waits for it, and the one before ends then', async () => {
  expect(await set({ days: '1', validFrom: '2026-03-05' })).toMatchObject({ kind: 'changed' })
  expect((await triageOf((await town.report()).caseId)).days).toBe(4)
  expect(await pageOf('triage')).toMatchObject({ inForce: [{ days: 4 }], coming: [{ days: 1 }] })
  town.clock.set('2026-03-05')
  expect((await triageOf((await town.report()).caseId)).days).toBe(1)
  expect(await pageOf('triage')).toMatchObject({ inForce: [{ days: 1 }], coming: [] })
})

test('ended, the catalogue counts again', async () => {
  const [rule] = (await pageOf('triage')).inForce
  expect(await endDateRule(town.house, administrator(), rule?.id ?? '', {})).toMatchObject({ kind: 'changed' })
  expect((await triageOf((await town.report()).caseId)).days).toBe(2)
  expect(await endDateRule(town.house, administrator(), rule?.id ?? '', {})).toMatchObject({ code: 'stale' })
})

test('of two who set the same date, the second is told what the first did', async () => {
  const { newest } = await pageOf('reply')
  await set({ name: 'reply', days: '6', validFrom: '2026-03-05' }, newest)
  expect(await set({ name: 'reply', days: '9', validFrom: '2026-03-05' }, newest)).toMatchObject({
    code: 'stale',
    meanwhile: [{ by: '童悦', type: 'setDeadlineRule' }],
  })
})

test('words that make no rule are refused, each by its field', async () => {
  expect(await set({ days: 'soon', validFrom: 'tomorrow', source: ' ' })).toMatchObject({
    code: 'invalid',
    faults: [{ field: 'days' }, { field: 'validFrom' }, { field: 'source' }],
  })
})

test('the rungs of a rule go with the dates given from then on, and those given before keep theirs', async () => {
  const before = (await town.report()).caseId
  const ladderOf = async (caseId: string) =>
    await town.db
      .selectFrom('deadline')
      .select(['ladder', 'next_rung', 'rings_on'])
      .where('case_id', '=', caseId)
      .where('name', '=', 'triage')
      .executeTakeFirstOrThrow()
  const usual = await ladderOf(before)
  const said = { days: '10', validFrom: '2026-03-05', reminder: '5', yellow: '0', supervision: '3', leader: '6' }
  expect(await set(said)).toMatchObject({ kind: 'changed' })
  expect(await ladderOf((await town.report()).caseId)).toEqual({
    ladder: { reminder: 5, yellow: null, order: 3, leader: 6 },
    next_rung: 'reminder',
    rings_on: '2026-03-12',
  })
  expect(await ladderOf(before)).toEqual(usual)
})
