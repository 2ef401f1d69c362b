import { afterAll, beforeAll, expect, it } from 'vitest'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { inTransaction } from '#db/transaction.ts'
import { readThread } from '#workflows/reading/thread.ts'
import { sidesKeptAway } from '#workflows/engine/dispatch.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readCaseRecord } from '#workflows/reading/case-record.ts'
import { step } from '#workflows/engine/step.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { COUNTIES, newcomer } from './people.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const clerk = () => town.as('clerk')
const qinghe = unitId('990301')
const arrived = async (said: Parameters<Town['report']>[0] = {}) => (await town.report(said)).caseId
const merge = (from: string, into: string) => clerk().step(from, { type: 'merge', into })

it('keeps a unit that only the merged report accuses away from the main case and its letters', async () => {
  const main = await arrived()
  const other = await arrived()
  await clerk().step(other, { type: 'nameAccused', units: [qinghe] })
  expect(await merge(other, main)).toMatchObject({ kind: 'moved' })
  expect((await town.row(main)).accused).toContain(qinghe)
  const inside = await newcomer(town.house, ['verifier'], qinghe)
  const looked = await step(town.house, 'case', main, { type: 'note', text: '看看' }, inside)
  expect(looked).toMatchObject({ code: 'conflict-of-interest' })
  const row = await town.row(main)
  const away = await inTransaction(town.db, async (tx) =>
    sidesKeptAway(tx, row, await caseKey(tx, town.keys, main), { territory: qinghe, department: COUNTIES[1] ?? '' }),
  )
  expect(away).toContain('territory')
})

it('is told in the record of the main case too, and to whoever has its page open', async () => {
  const main = await arrived()
  const other = await arrived()
  const inside = await newcomer(town.house, ['clerk'], qinghe)
  expect(await step(town.house, 'case', main, { type: 'take' }, inside)).toMatchObject({ kind: 'moved' })
  await clerk().step(other, { type: 'nameAccused', units: [qinghe] })
  const { revision: seen } = await town.row(main)
  await merge(other, main)
  expect(await town.row(main)).toMatchObject({ holder: null, revision: seen + 1 })
  expect(await clerk().step(main, { type: 'note', text: '看看' }, { seen })).toMatchObject({
    code: 'stale',
    meanwhile: [{ type: 'mergedIn', by: null }],
  })
  const record = await readCaseRecord(town.house, town.officer('auditor'), (await town.row(main)).number)
  expect(record?.rows.findLast(({ what }) => what === 'step')).toMatchObject({ type: 'mergedIn', role: 'machine' })
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
})

it('does not send a main case to the place of a reporter who asked that it not go there', async () => {
  const main = await arrived()
  const other = await arrived({ noDispatch: true })
  expect((await town.row(main)).no_dispatch).toBe(false)
  await merge(other, main)
  expect((await town.row(main)).no_dispatch).toBe(true)
})

it('takes in no report that accuses a unit which has a letter of the main case', async () => {
  const main = await arrived()
  await town.drive(main, 'rectifying')
  const territory = (await town.letters(main)).find(({ track }) => track === 'territory')!
  const other = await arrived()
  await clerk().step(other, { type: 'nameAccused', units: [territory.unit_id] })
  expect(await merge(other, main)).toMatchObject({ code: 'invalid', issues: [{ field: 'into', problem: 'wrong' }] })
  expect((await town.row(other)).main_case).toBeNull()
})

it('makes no chain when two are merged at the same moment', async () => {
  const [one, two, three] = [await arrived(), await arrived(), await arrived()]
  for (let round = 0; round < 5; round++) {
    await Promise.all([merge(one, two), merge(two, three)])
    const rows = await Promise.all([one, two, three].map((id) => town.row(id)))
    const merged = rows.filter(({ main_case }) => main_case !== null)
    expect(merged.every(({ main_case }) => rows.find(({ id }) => id === main_case)?.main_case === null)).toBe(true)
    for (const { id } of merged) await clerk().step(id, { type: 'unmerge' })
  }
})

it('answers both when two are merged into each other at the same moment', async () => {
  const [one, two] = [await arrived(), await arrived()]
  for (let round = 0; round < 4; round++) {
    const answers = await Promise.all([merge(one, two), merge(two, one)])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['moved', 'refused'])
    for (const id of [one, two]) if ((await town.row(id)).main_case) await clerk().step(id, { type: 'unmerge' })
  }
})

it('follows no main case any more once it was handed up', async () => {
  const main = await arrived()
  const other = await arrived()
  await merge(other, main)
  const office = UNITS.filter(({ kind }) => kind === 'office').map(({ id }) => id)
  await town.db.updateTable('case_file').set({ accused: office }).where('id', '=', other).execute()
  expect(await town.as('disciplineLiaison').step(other, { type: 'handUp', text: '专项办被反映' })).toMatchObject({
    life: 'handedUp',
  })
  expect((await town.row(other)).main_case).toBeNull()
})

it('tells the merged reporter too why the main case was refused, and where to go', async () => {
  const main = await arrived()
  const other = await arrived()
  await merge(other, main)
  await clerk().step(main, { type: 'proposeRefusal', reason: 'crime', text: '请向公安机关报案' })
  await town.as('reviewer').step(main, { type: 'confirmRefusal' })
  const { by } = town.asReporter(other)
  const thread = by.kind === 'reporter' ? await readThread(town.house, by) : null
  expect(thread?.label).toBe('notAccepted')
  expect(thread?.said.at(-1)).toMatchObject({ about: 'refusal', code: 'crime', text: '请向公安机关报案' })
})

const threadOf = async (id: string) => {
  const { by } = town.asReporter(id)
  const thread = by.kind === 'reporter' ? await readThread(town.house, by) : null
  if (!thread) throw new Error('no thread')
  return thread
}

it('does not end with the withdrawal of whoever reported first: what others said goes on', async () => {
  const main = await arrived()
  const other = await arrived()
  await merge(other, main)
  expect(await town.asReporter(main).step(main, { type: 'withdraw' })).toMatchObject({ life: 'triage.open' })
})

it('goes on without a merged reporter who takes their own back', async () => {
  const main = await arrived()
  const other = await arrived()
  await merge(other, main)
  expect(await threadOf(other)).toMatchObject({ withdrawCloses: true })
  expect(await town.asReporter(other).step(other, { type: 'withdraw' })).toMatchObject({ life: 'closed' })
  expect((await town.row(other)).main_case).toBeNull()
  expect((await threadOf(other)).label).toBe('closed')
  expect((await town.row(main)).life).toBe('triage.open')
})

it('shows a merged reporter nothing by which a decoy learns that others spoke', async () => {
  const main = await arrived()
  const other = await arrived()
  const before = await threadOf(other)
  await merge(other, main)
  const { label, owed, withdrawCloses, acts } = await threadOf(other)
  expect({ label, owed, withdrawCloses, acts }).toEqual({
    label: before.label,
    owed: before.owed,
    withdrawCloses: before.withdrawCloses,
    acts: before.acts,
  })
  // the question is another's: neither it nor the answer moves a word here
  await clerk().step(main, { type: 'askForMore', question: '是哪一天?' })
  expect(await threadOf(other)).toMatchObject({ label: before.label, owed: before.owed, question: null })
})
