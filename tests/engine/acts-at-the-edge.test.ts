import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { stepLetter } from '#workflows/engine/step-letter.ts'
import { step } from '#workflows/engine/step.ts'
import { startTypicalCase } from '#workflows/engine/start-typical-case.ts'
import { inTransaction } from '#db/transaction.ts'
import { proposalFor } from '#workflows/engine/dispatch.ts'
import { listUnits } from '#db/read/units.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { newcomer, OFFICE } from './people.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const arrived = async (said: Parameters<Town['report']>[0] = {}) => (await town.report(said)).caseId
const wangchuan = unitId('990303')
const wrong = (field: string) => ({ code: 'invalid', issues: [{ field, problem: 'wrong' }] })
const proposed = async (id: string) => {
  const row = await town.row(id)
  const { territory, department } = await inTransaction(town.db, async (tx) =>
    proposalFor(tx, row, await listUnits(tx)),
  )
  return { territory: territory ?? '', department: department ?? '', lead: 'territory' as const }
}

it('A case is handed over to nobody who has no work on cases', async () => {
  const id = await arrived()
  await town.as('clerk').step(id, { type: 'take' })
  for (const outsider of ['territoryHandler', 'editor', 'administrator'] as const)
    expect(await town.as('clerk').step(id, { type: 'handOver', to: town.officer(outsider).id })).toMatchObject(
      wrong('to'),
    )
  expect(await town.as('clerk').step(id, { type: 'handOver', to: town.officer('luoping').id })).toMatchObject({
    kind: 'moved',
  })
})

it('Whoever takes a look-back in hand may record it', async () => {
  const id = await arrived()
  await town.drive(id, 'closed')
  await town.pass({ days: 95 })
  expect((await town.row(id)).life).toBe('lookBack')
  await town.as('yuanye').step(id, { type: 'take' })
  expect(
    await town.as('yuanye').step(id, { type: 'recordLookBack', method: 'visit', held: true, text: '未反弹' }),
  ).toMatchObject({
    kind: 'moved',
  })
})

it('Who confirmed that it was not so does not rule on the redo', async () => {
  const id = await arrived()
  await town.drive(id, 'verifying')
  await town.as('songjie').step(id, { type: 'recordFinding', finding: 'unsubstantiated', grounds: '查无此事' })
  await town.as('liangbo').step(id, { type: 'confirmFinding', harm: false })
  await town.as('liangbo').step(id, { type: 'draftReply', text: '经核实，情况不属实。' })
  await town.as('fangmin').step(id, { type: 'approveReply' })
  await town.asReporter(id).step(id, { type: 'rate', satisfied: false })
  const refusal = { type: 'refuseRedo', text: '已经查过' }
  expect(await town.as('liangbo').step(id, refusal)).toMatchObject({ code: 'second-person' })
  expect(await town.as('yuanye').step(id, refusal)).toMatchObject({ life: 'closed' })
})

it("An override signed before the reporter said no does not outweigh the reporter's no", async () => {
  const id = await arrived()
  await town.drive(id, 'verifying')
  await town.as('clerk').step(id, { type: 'note', text: '-' })
  await town.as('songjie').step(id, { type: 'nameAccused', units: [wangchuan] })
  await town.as('songjie').step(id, { type: 'recordFinding', finding: 'substantiated', grounds: '属实' })
  const { department } = await proposed(id)
  const there = { territory: wangchuan, department }
  const brief = { type: 'writeBrief', brief: '多头报表', ...there, lead: 'territory' }
  expect(await town.as('liangbo').step(id, brief)).toMatchObject(wrong('territory'))
  await town.as('head').step(id, { type: 'proposeOverride', text: '县里已换人', ...there })
  await town.as('supervisor').step(id, { type: 'confirmOverride' })
  expect(await town.as('liangbo').step(id, brief)).toMatchObject({ kind: 'moved' })
  await town.asReporter(id).step(id, { type: 'noDispatch' })
  expect(await town.as('liangbo').step(id, brief)).toMatchObject(wrong('territory'))
})

it("An objection does not send a letter to the reporter's own place after all", async () => {
  const id = await arrived({ noDispatch: true })
  await town.drive(id, 'assigning')
  await town.as('liangbo').step(id, { type: 'writeBrief', brief: '多头报表', ...(await proposed(id)) })
  await town.pass(7)
  const texts = { task: '停报', quality: '全部', feedbackStandard: '一页纸' }
  await town.as('liangbo').step(id, { type: 'issueLetters', letters: { territory: texts, department: texts } })
  const letter = (await town.letters(id)).find(({ track }) => track === 'territory')!
  expect(letter.unit_id).toBe(OFFICE)
  expect(
    await stepLetter(
      town.house,
      letter.id,
      { type: 'object', grounds: '按职责清单应由县里办' },
      town.officer('dengke'),
    ),
  ).toEqual({ kind: 'moved' })
  const ruling = { type: 'ruleObjection', track: 'territory', ruling: 'reassigned', grounds: '转县里', to: wangchuan }
  expect(await town.as('supervisor').step(id, ruling)).toMatchObject(wrong('to'))
})

it('A form that comes back under its old id with other words is another act', async () => {
  const id = await arrived()
  const once = { request: 'one-form-of-mine' }
  const note = (text: string) => town.as('clerk').step(id, { type: 'note', text }, once)
  const first = await note('第一条')
  expect(await note('第一条')).toEqual(first)
  expect(await note('第二条')).not.toEqual(first)
  const notes = await town.db.selectFrom('note').select('id').where('case_id', '=', id).execute()
  expect(notes).toHaveLength(2)
})

it('An editor at home in a unit that a source accuses has no part in the typical case', async () => {
  const id = await arrived()
  await town.drive(id, 'closed')
  const started = await startTypicalCase(town.house, town.officer('editor'), { title: '题', body: '文', sources: [id] })
  const typical = 'id' in started ? started.id : ''
  const [accused] = (await town.row(id)).accused
  const inside = await newcomer(town.house, ['editor', 'approver'], accused)
  const draft = { type: 'draft', title: '题', body: '改过' }
  expect(await step(town.house, 'typicalCase', typical, draft, inside)).toMatchObject({ code: 'conflict-of-interest' })
  const other = await arrived({ story: 'thirteenVideoMeetings' })
  await town.drive(other, 'closed')
  const elsewhere = await startTypicalCase(town.house, inside, { title: '题', body: '文', sources: [other] })
  const theirs = 'id' in elsewhere ? elsewhere.id : ''
  expect(await step(town.house, 'typicalCase', theirs, { type: 'addSource', case: id }, inside)).toMatchObject({
    code: 'conflict-of-interest',
  })
  expect(await step(town.house, 'typicalCase', theirs, draft, inside)).toMatchObject({ kind: 'moved' })
})

it('A report that accuses the office is told to those who may read it', async () => {
  const id = await arrived({
    text: '反映云澜市整治形式主义为基层减负专项工作机制办公室自己也反复要表。',
    unit: '云澜市人民政府',
    place: undefined,
  })
  expect((await town.row(id)).accused_provisional).not.toEqual([])
  await town.drain()
  const told = await town.db
    .selectFrom('notice')
    .innerJoin('errand', 'errand.id', 'notice.errand_id')
    .select('notice.staff_id')
    .where('errand.case_id', '=', id)
    .execute()
  expect(told.map(({ staff_id }) => staff_id)).toContain(town.officer('disciplineLiaison').id)
})
