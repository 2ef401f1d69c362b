import { afterEach, beforeEach, expect, test } from 'vitest'
import * as ringDeadlines from '#workflows/worker/ring-deadlines.ts'
import { type SmallTown, smallTown } from './small-town.ts'

let town: SmallTown
beforeEach(async () => {
  town = await smallTown()
})
afterEach(() => town.close())

const triageOf = async (id: string) => {
  const rows = await town.house.db.selectFrom('deadline').select(['name', 'state']).where('case_id', '=', id).execute()
  return rows.find(({ name }) => name === 'triage')?.state
}

test('a date lasts until the end of its day, and is rung once, the day after', async () => {
  const { case: id } = await town.report()
  town.house.clock.set(new Date('2026-11-25T23:59:00+08:00'))
  expect(await ringDeadlines.runOnce(town.house)).toBe(0)
  expect(await triageOf(id)).toBe('open')
  town.house.clock.set(new Date('2026-11-26T00:00:00+08:00'))
  expect(await ringDeadlines.runOnce(town.house)).toBe(1)
  expect(await triageOf(id)).toBe('lapsed')
  expect(await ringDeadlines.runOnce(town.house)).toBe(0)
})

test('a case that cannot be read stands in no other’s way, and is tried again', async () => {
  const poison = await town.report()
  const next = await town.report()
  const { value } = await town.owner
    .selectFrom('case_file')
    .select('value')
    .where('id', '=', poison.case)
    .executeTakeFirstOrThrow()
  const set = (snapshot: string) =>
    town.owner.updateTable('case_file').set({ value: snapshot }).where('id', '=', poison.case).execute()
  await set('{"life":"nowhere"}')
  town.house.clock.set('2026-11-30')
  expect(await ringDeadlines.runOnce(town.house)).toBe(1)
  expect(await triageOf(next.case)).toBe('lapsed')
  expect(await triageOf(poison.case)).toBe('open')
  await set(JSON.stringify(value))
  expect(await ringDeadlines.runOnce(town.house)).toBe(1)
  expect(await triageOf(poison.case)).toBe('lapsed')
})

test('two workers that ring at once tell each case once', async () => {
  const { case: id } = await town.report()
  town.house.clock.set('2026-11-30')
  const told = await Promise.all([ringDeadlines.runOnce(town.house), ringDeadlines.runOnce(town.house)])
  expect(told.reduce((sum, each) => sum + each, 0)).toBe(1)
  const acts = await town.house.db.selectFrom('journal').select('type').where('subject_id', '=', id).execute()
  expect(acts.filter(({ type }) => type === 'deadline.lapsed')).toHaveLength(1)
})
