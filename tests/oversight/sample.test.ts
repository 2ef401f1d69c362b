import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { readOpenQuarters, readSampleList, readSamples } from '#workflows/reading/look-back-samples.ts'
import { readSettingsRecord } from '#workflows/reading/settings-record.ts'
import { fixShare } from '#workflows/settings-desk/look-back-samples.ts'
import { runOnce as publishSamples } from '#workflows/worker/publish-samples.ts'

const CASES = 12
let town: Town
const drawn = new Map<string, boolean>()
const fix = (quarter: string, share: string, request?: string) =>
  fixShare(town.house, town.officer('administrator'), { quarter, share }, { request })
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const isLookedAt = async (caseId: string) =>
  (await town.row(caseId)).due_name === 'lookBackStart' || (await town.row(caseId)).life === 'lookBack'
async function closed() {
  const { caseId } = await town.report()
  await town.drive(caseId, 'closed')
  return caseId
}

let early: string
beforeAll(async () => {
  town = await aTown({ on: '2026-08-17' })
  await fix('2026Q4', '50', 'one form')
  early = await closed()
  for (let at = 0; at < CASES; at += 1) {
    // all of them in the same weeks
    town.clock.set('2026-09-21')
    const caseId = await closed()
    drawn.set(caseId, await isLookedAt(caseId))
  }
}, 180_000)
afterAll(() => town.close())

it('where no share is fixed, every case that was put right is looked at again', async () => {
  expect((await town.row(early)).closed_on! < '2026-10-01').toBe(true)
  expect(await isLookedAt(early)).toBe(true)
})

it('in a quarter with a share some are drawn and some are not, and closing by itself tells nobody which', async () => {
  expect(new Set(drawn.values())).toEqual(new Set([true, false]))
  const { seed, share } = (await readSamples(town.house)).find(({ quarter }) => quarter === '2026Q4') ?? {}
  expect({ seed, share }).toEqual({ seed: null, share: 50 })
  expect(await readSampleList(town.house, '2026Q4')).toBeNull()
})

it('a share is fixed before its quarter begins, once, in whole hundredths, and stands on the record with its commitment', async () => {
  const [sample] = await readSamples(town.house)
  expect(await fix('2026Q4', '50', 'one form')).toMatchObject({ kind: 'changed' })
  expect((await readSamples(town.house))[0]).toEqual(sample)
  for (const [quarter, share, field, problem] of [
    ['2026Q4', '10', 'quarter', 'begun'],
    ['2026Q3', '10', 'quarter', 'begun'],
    ['2027', '10', 'quarter', 'noQuarter'],
    ['', '10', 'quarter', 'noQuarter'],
    ['2027Q2', '', 'share', 'missing'],
    ['2027Q2', '0', 'share', 'wrong'],
    ['2027Q2', '100', 'share', 'wrong'],
    ['2027Q2', '3.5', 'share', 'wrong'],
    ['2027Q2', 'all', 'share', 'wrong'],
  ] as const)
    expect(await fix(quarter, share), `${quarter} ${share}`).toMatchObject({ faults: [{ field, problem }] })
  expect(await fix('2027Q2', '1')).toMatchObject({ kind: 'changed' })
  expect(await fix('2027Q2', '99')).toMatchObject({ faults: [{ field: 'quarter', problem: 'fixed' }] })
  expect(await readOpenQuarters(town.house)).not.toContain('2027Q2')
  const { rows } = await readSettingsRecord(town.house, { subject: 'dates', before: null })
  expect(rows.map(({ type, subject }) => `${type} ${subject}`)).toEqual([
    'fixLookBackShare 2027Q2',
    'fixLookBackShare 2026Q4',
  ])
})

it('the seed is not in the database before its quarter is over, in no form that reads', async () => {
  const { seed } = await town.db
    .selectFrom('look_back_sample')
    .select('seed')
    .where('quarter', '=', '2026Q4')
    .executeTakeFirstOrThrow()
  expect(seed.toString('latin1')).not.toMatch(/[\da-f]{64}/)
})

it('after the quarter anybody reckons the same draw from what is published, and finds no case in it', async () => {
  const { commitment } = (await readSamples(town.house)).find(({ quarter }) => quarter === '2026Q4')!
  town.clock.set('2027-01-01')
  expect(await publishSamples(town.house)).toBe(0)
  town.clock.set('2027-01-02')
  expect(await publishSamples(town.house)).toBe(1)
  expect(await publishSamples(town.house)).toBe(0)
  const list = await readSampleList(town.house, '2026Q4')
  expect(sha256(list?.seed ?? '')).toBe(commitment)
  for (const { lot, drawn: said } of list?.lots ?? []) {
    const number = Number.parseInt(sha256(`${list?.seed}:${lot}`).slice(0, 8), 16)
    expect(said, lot).toBe(number < 2 ** 31)
  }
  // twenty lots or forty, as chance fills it, in the order of the lots: how many are cases cannot be told from it
  expect([20, 40]).toContain(list?.lots.length)
  expect(list?.lots.map(({ lot }) => lot)).toEqual(list?.lots.map(({ lot }) => lot).toSorted())
  const shown = JSON.stringify(list)
  const rows = await town.db.selectFrom('case_file').select(['id', 'number']).execute()
  for (const { id, number } of rows)
    for (const mark of [id, number, id.replaceAll('-', '')]) expect(shown).not.toContain(mark)
  const kept = await town.db.selectFrom('look_back_lot').selectAll().where('case_id', 'is not', null).execute()
  expect(new Map(kept.map(({ case_id, drawn: is }) => [case_id, is]))).toEqual(drawn)
})

it('what relapsed once is looked at again without a draw', async () => {
  town.clock.set('2027-03-01')
  await town.ring()
  const seen = { type: 'recordLookBack', method: 'visit', held: false, text: '反弹' }
  expect((await town.row(early)).life).toBe('lookBack')
  await town.as('yuanye').step(early, seen)
  await town.pass({ days: 31 })
  expect(await town.as('xielan').step(early, { type: 'refuseRedo', text: '-' })).toMatchObject({ kind: 'refused' })
  await town.as('yuanye').step(early, { type: 'refuseRedo', text: '当场停了' })
  expect((await town.row(early)).closed_on! >= '2027-04-01').toBe(true)
  expect(await isLookedAt(early)).toBe(true)
  expect(await town.db.selectFrom('look_back_lot').select('lot').where('quarter', '=', '2027Q2').execute()).toEqual([])
})
