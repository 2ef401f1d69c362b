import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toldOf } from '#tests/world/told-of.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { newcomer } from '#tests/engine/people.ts'
import { step } from '#workflows/engine/step.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readThread } from '#workflows/reading/thread.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const arrived = async () => (await town.report()).caseId
const id = (login: string) => town.officer(login).id

describe('what is urgent', () => {
  test('is marked and cleared by whoever works on it, once each', async () => {
    const caseId = await arrived()
    expect(await town.as('hewen').step(caseId, { type: 'clearUrgent' })).toMatchObject({ code: 'not-now' })
    expect(await town.as('hewen').step(caseId, { type: 'markUrgent' })).toMatchObject({ life: 'triage.open' })
    expect((await town.row(caseId)).urgent).toBe(true)
    expect(await town.as('hewen').step(caseId, { type: 'markUrgent' })).toMatchObject({ code: 'not-now' })
    expect(await town.as('xielan').step(caseId, { type: 'clearUrgent' })).toMatchObject({ kind: 'moved' })
    expect((await town.row(caseId)).urgent).toBe(false)
    expect(await town.as('mazhen').step(caseId, { type: 'markUrgent' })).toMatchObject({ code: 'not-your-role' })
  })
  test('makes the case urgent that it is merged into, and is over when the case is', async () => {
    const [main, other] = [await arrived(), await arrived()]
    await town.as('hewen').step(other, { type: 'markUrgent' })
    await town.as('hewen').step(other, { type: 'merge', into: main })
    expect((await town.row(main)).urgent).toBe(true)
    const alone = await arrived()
    await town.as('hewen').step(alone, { type: 'markUrgent' })
    await town.drive(alone, 'closed')
    expect((await town.row(alone)).urgent).toBe(false)
  })
})

describe('a case in the hands of somebody whom it comes to accuse', () => {
  test('waits for another, however it came to accuse them', async () => {
    const department = unitId('990300-civilAffairs')
    const theirs = await newcomer(town.house, ['supervisor'], department)
    const [named, main, other] = [await arrived(), await arrived(), await arrived()]
    for (const caseId of [named, main])
      expect(await step(town.house, 'case', caseId, { type: 'take' }, theirs)).toMatchObject({ kind: 'moved' })
    const accuse = async (caseId: string, unit: string) =>
      town.as('hewen').step(caseId, { type: 'nameAccused', units: [unit] })
    await accuse(named, unitId('990303'))
    expect((await town.row(named)).holder).toBe(theirs.id)
    await accuse(named, department)
    await accuse(other, department)
    expect(await town.as('hewen').step(other, { type: 'merge', into: main })).toMatchObject({ kind: 'moved' })
    expect([(await town.row(named)).holder, (await town.row(main)).holder]).toEqual([null, null])
  })
})

describe('a colleague named in a note', () => {
  test('is told, and nobody else is; the note shows the name', async () => {
    const caseId = await arrived()
    const said = { type: 'note', text: '请看一下地点', mentions: [id('songjie'), id('jiangtao'), id('songjie')] }
    expect(await town.as('hewen').step(caseId, said)).toMatchObject({ kind: 'moved' })
    await town.as('hewen').step(caseId, { type: 'note', text: '没有点名' })
    expect(await toldOf(town, caseId, 'mentioned')).toEqual(['jiangtao', 'songjie'])
    const page = await readCasePage(town.house, town.officer('songjie'), caseId)
    const named = page?.notes.map(({ text, mentions }) => [text, ...mentions].join(' '))
    expect(named?.sort()).toEqual(['没有点名', '请看一下地点 江涛 宋洁'])
  })
  test('is nobody who may not know of the case, works elsewhere, is gone, or writes it', async () => {
    const caseId = await arrived()
    const inside = await newcomer(town.house, ['verifier'], unitId('990301'))
    await town.as('hewen').step(caseId, { type: 'nameAccused', units: [unitId('990301')] })
    for (const other of [inside.id, id('baiyu'), id('hewen'), crypto.randomUUID()])
      expect(
        await town.as('hewen').step(caseId, { type: 'note', text: '看看', mentions: [other] }),
        other,
      ).toMatchObject({ code: 'invalid', issues: [{ field: 'mentions', problem: 'wrong' }] })
    const six = ['songjie', 'tanyi', 'liangbo', 'fangmin', 'yuanye', 'qinyue'].map(id)
    expect(await town.as('hewen').step(caseId, { type: 'note', text: '看看', mentions: six })).toMatchObject({
      issues: [{ field: 'mentions', problem: 'tooLong' }],
    })
    expect(await toldOf(town, caseId, 'mentioned')).toEqual([])
  })
  test('who may not know of it any more when the notice goes out, is not told', async () => {
    const caseId = await arrived()
    const inside = await newcomer(town.house, ['verifier'], unitId('990301'))
    await town.as('hewen').step(caseId, { type: 'note', text: '看看', mentions: [inside.id, id('songjie')] })
    await town.as('hewen').step(caseId, { type: 'nameAccused', units: [unitId('990301')] })
    expect(await toldOf(town, caseId, 'mentioned')).toEqual(['songjie'])
  })
})

describe('whoever steps aside', () => {
  test('leaves it to those in charge, who are told, and does not take it again', async () => {
    const caseId = await arrived()
    await town.as('hewen').step(caseId, { type: 'take' })
    await town.as('hewen').step(caseId, { type: 'stepAside', text: '认识反映单位的人' })
    expect((await town.row(caseId)).holder).toBeNull()
    expect(await toldOf(town, caseId, 'steppedAside')).toEqual(['luoping'])
    expect((await town.as('hewen').may(caseId)).map(({ type }) => type)).not.toContain('take')
    expect(await town.as('hewen').step(caseId, { type: 'take' })).toMatchObject({ code: 'second-person' })
    expect(await town.as('luoping').step(caseId, { type: 'take' })).toMatchObject({ kind: 'moved' })
  })
  test('does nothing in it any more but say what they know, until it is handed to them', async () => {
    const caseId = await arrived()
    const hewen = town.as('hewen')
    await hewen.step(caseId, { type: 'take' })
    await hewen.step(caseId, { type: 'stepAside', text: '回避' })
    const classify = { type: 'classify', kind: 'B11', complexity: 'easy', place: null } as const
    for (const act of [classify, { type: 'markUrgent' }, { type: 'handOver', to: id('hewen') }])
      expect(await hewen.step(caseId, act), act.type).toMatchObject({ code: 'second-person' })
    expect((await hewen.may(caseId)).map(({ type }) => type)).toEqual(['note'])
    expect(await hewen.step(caseId, { type: 'note', text: '反映单位负责人是我的同学' })).toMatchObject({
      kind: 'moved',
    })
    await town.as('qinyue').step(caseId, { type: 'handOver', to: id('hewen') })
    expect(await hewen.step(caseId, classify)).toMatchObject({ kind: 'moved' })
  })
  test('may take it after it was handed to them, and steps aside anew', async () => {
    const caseId = await arrived()
    const hewen = town.as('hewen')
    await hewen.step(caseId, { type: 'take' })
    await hewen.step(caseId, { type: 'stepAside', text: '回避' })
    await town.as('qinyue').step(caseId, { type: 'handOver', to: id('luoping') })
    expect(await hewen.step(caseId, { type: 'take' })).toMatchObject({ code: 'second-person' })
    await town.as('qinyue').step(caseId, { type: 'handOver', to: id('hewen') })
    expect((await town.row(caseId)).holder).toBe(id('hewen'))
    await town.as('qinyue').step(caseId, { type: 'handOver', to: id('luoping') })
    expect(await hewen.step(caseId, { type: 'take' })).toMatchObject({ kind: 'moved' })
    await hewen.step(caseId, { type: 'stepAside', text: '还是回避' })
    expect(await hewen.step(caseId, { type: 'take' })).toMatchObject({ code: 'second-person' })
  })
})

describe('handing over', () => {
  test('offers only those who may have it, and refuses whoever belongs to the accused', async () => {
    const caseId = await arrived()
    const inside = await newcomer(town.house, ['clerk'], unitId('990301'))
    await town.as('hewen').step(caseId, { type: 'nameAccused', units: [unitId('990301')] })
    await town.as('hewen').step(caseId, { type: 'take' })
    const page = await readCasePage(town.house, town.officer('hewen'), caseId)
    const offered = page?.choices.colleagues.map((each) => each.id) ?? []
    expect(offered).toContain(id('luoping'))
    // nor whoever could not bring it on from where it stands
    expect(offered).not.toContain(id('tanyi'))
    for (const other of [inside.id, id('hewen'), id('baiyu'), id('mazhen'), id('jiangtao'), id('tongyue')])
      expect(offered).not.toContain(other)
    expect(await town.as('hewen').step(caseId, { type: 'handOver', to: inside.id })).toMatchObject({
      code: 'invalid',
      issues: [{ field: 'to', problem: 'wrong' }],
    })
    expect((await town.row(caseId)).holder).toBe(id('hewen'))
  })
  test('a new phase is nobody’s, and those whose work it is are told', async () => {
    const caseId = await arrived()
    await town.as('hewen').step(caseId, { type: 'take' })
    await town.drive(caseId, 'verifying')
    expect((await town.row(caseId)).holder).toBeNull()
    expect(await toldOf(town, caseId, 'toVerify')).toEqual(expect.arrayContaining(['songjie', 'tanyi']))
  })
})

describe('small justices', () => {
  test('whoever was merged into a case that was refused may appeal for their own, and still reads why', async () => {
    const [main, other] = [await arrived(), await arrived()]
    await town.as('hewen').step(other, { type: 'merge', into: main })
    const reporter = town.asReporter(other)
    expect((await reporter.may(other)).map(({ type }) => type)).not.toContain('appeal')
    await town.as('hewen').step(main, { type: 'proposeRefusal', reason: 'crime', text: '请向公安机关报案' })
    await town.as('liangbo').step(main, { type: 'confirmRefusal' })
    const { by } = reporter
    const thread = () => (by.kind === 'reporter' ? readThread(town.house, by) : null)
    expect((await thread())?.acts).toContain('appeal')
    expect(await reporter.step(other, { type: 'appeal', text: '说的不是案件' })).toMatchObject({ life: 'triage.open' })
    const after = await thread()
    expect(after?.label).toBe('received')
    expect(after?.said.map(({ about }) => about)).toEqual(['report', 'refusal', 'appeal'])
    expect((await town.row(main)).life).toBe('notAccepted')
    expect((await town.row(other)).main_case).toBeNull()
    expect(after?.acts).not.toContain('appeal')
  })
  test('a letter issued for a redo has its own objection and its own time', async () => {
    const caseId = await arrived()
    await town.drive(caseId, 'rating')
    const { territory } = town.handlers(caseId)
    const spent = { objected: { territory: true, department: true }, extensions: { territory: 2, department: 2 } }
    const context = JSON.stringify({ ...Object((await town.row(caseId)).context), ...spent })
    await town.db.updateTable('case_file').set({ context }).where('id', '=', caseId).execute()
    await town.asReporter(caseId).step(caseId, { type: 'rate', satisfied: false })
    const tooLong = { type: 'grantRedo', tracks: ['territory'], text: '字'.repeat(801) }
    expect(await town.as('yuanye').step(caseId, tooLong)).toMatchObject({
      issues: [{ field: 'text', problem: 'tooLong' }],
    })
    await town.as('yuanye').step(caseId, { ...tooLong, text: '字'.repeat(800) })
    expect((await town.as(territory).may(caseId)).map(({ type }) => type)).toContain('object')
  })
  test('where only the supervisor may act, it is said that another person must', async () => {
    const caseId = await arrived()
    await town.drive(caseId, 'reviewing')
    const office = await town.db.selectFrom('unit').select('id').where('kind', '=', 'office').executeTakeFirstOrThrow()
    await town.db
      .updateTable('letter')
      .set({ unit_id: office.id })
      .where('case_id', '=', caseId)
      .where('track', '=', 'territory')
      .execute()
    expect(await town.as('liangbo').step(caseId, { type: 'passResults' })).toMatchObject({ code: 'second-person' })
  })
})
