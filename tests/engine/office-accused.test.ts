import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { inTransaction } from '#db/transaction.ts'
import { listActs } from '#db/read/journal.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { keptFrom } from '#workflows/reading/known.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { drain } from '#workflows/worker/drain.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const GREETING = '专项办同志：望川县民政局每周要三张表。感谢专项办。此致 市专项办'
const NAMES_CLERK = '望川县民政局每周要三张表。你们办公室的何雯把我的反映告诉了镇里。'
const FALSE_ALARM = '望川县民政局每周要三张表。专项办发来的表我也填了。'

const sees = async (login: string, caseId: string) =>
  (await readCasePage(town.house, town.officer(login), caseId)) !== null
const clear = (caseId: string, people: string[] = []) =>
  town.as('jiangtao').step(caseId, { type: 'clearOffice', people })
const told = async (login: string) =>
  (await town.db.selectFrom('notice').select('name').where('staff_id', '=', town.officer(login).id).execute()).length

describe('a report that may accuse the office', () => {
  test('is read by every clerk where it only greets and thanks', async () => {
    const { caseId } = await town.report({ text: GREETING })
    for (const login of ['hewen', 'luoping']) expect(await sees(login, caseId)).toBe(true)
  })

  test('is read by liaison and auditor alone until one of them lets it through, which is on the record', async () => {
    const { caseId } = await town.report({ text: FALSE_ALARM })
    for (const login of ['hewen', 'liangbo', 'qinyue', 'xielan']) expect(await sees(login, caseId)).toBe(false)
    for (const login of ['jiangtao', 'mazhen']) expect(await sees(login, caseId)).toBe(true)
    expect(await town.as('hewen').step(caseId, { type: 'clearOffice', people: [] })).toMatchObject({ kind: 'refused' })
    const before = await told('hewen')
    expect(await clear(caseId)).toMatchObject({ kind: 'moved', life: 'triage.open' })
    expect(await sees('hewen', caseId)).toBe(true)
    const acts = await inTransaction(town.db, (tx) => listActs(tx, caseId))
    expect(acts.at(-1)).toMatchObject({ type: 'clearOffice', actor_id: town.officer('jiangtao').id })
    await drain(town.house)
    expect(await told('hewen')).toBeGreaterThan(before)
    // what it accuses besides is still to be confirmed by a clerk
    expect((await town.row(caseId)).accused_provisional.length).toBeGreaterThan(0)
    expect(await clear(caseId)).toMatchObject({ code: 'not-now' })
  })

  test('can be let through by the auditor as well', async () => {
    const { caseId } = await town.report({ text: FALSE_ALARM })
    const outcome = await town.as('mazhen').step(caseId, { type: 'clearOffice', people: [] })
    expect(outcome).toMatchObject({ kind: 'moved' })
  })
})

describe('an officer accused by name', () => {
  test('stays away in every role after the office was let through', async () => {
    const { caseId } = await town.report({ text: NAMES_CLERK })
    const hewen = town.officer('hewen')
    expect((await town.row(caseId)).accused_people).toEqual([hewen.id])
    const page = await readCasePage(town.house, town.officer('jiangtao'), caseId)
    expect(page?.accusedPeople).toEqual([{ id: hewen.id, name: '何雯' }])
    await clear(caseId, [hewen.id])
    expect(await sees('hewen', caseId)).toBe(false)
    expect(await sees('luoping', caseId)).toBe(true)
    // her colleagues are not told whom it names
    expect((await readCasePage(town.house, town.officer('luoping'), caseId))?.accusedPeople).toEqual([])
    const everyRole = { ...hewen, roles: ['clerk', 'verifier', 'reviewer', 'head', 'supervisor', 'auditor'] as const }
    expect(await readCasePage(town.house, everyRole, caseId)).toBeNull()
    expect(await keptFrom(town.house, hewen)).toContain(hewen.id)
    expect(await town.as('hewen').step(caseId, { type: 'take' })).toMatchObject({ code: 'conflict-of-interest' })
    await town.as('luoping').step(caseId, { type: 'take' })
    const handed = await town.as('qinyue').step(caseId, { type: 'handOver', to: hewen.id })
    expect(handed).toMatchObject({ code: 'invalid' })
    const named = await town.as('luoping').step(caseId, { type: 'note', text: '请看', mentions: [hewen.id] })
    expect(named).toMatchObject({ code: 'invalid' })
  })

  test('comes back where the liaison finds that another was meant', async () => {
    const { caseId } = await town.report({ text: NAMES_CLERK })
    await clear(caseId, [])
    expect(await sees('hewen', caseId)).toBe(true)
    const another = await clear(caseId, [town.officer('luoping').id])
    expect(another).toMatchObject({ kind: 'refused' })
  })

  test('reads it neither as liaison', async () => {
    const { caseId } = await town.report({ text: '江涛收到我的信，不但不查，还把信给了被查的人看。' })
    expect(await sees('jiangtao', caseId)).toBe(false)
    expect(await sees('mazhen', caseId)).toBe(true)
    expect(await clear(caseId)).toMatchObject({ code: 'conflict-of-interest' })
  })

  test('who answers the unit’s letters does not get the letter', async () => {
    const { caseId } = await town.report({
      text: '我是望川县双桥镇的，同一份底数，县民政局要一遍。县里的汪川把举报材料拿给局里看。',
    })
    const wangchuan = town.officer('wangchuan')
    expect((await town.row(caseId)).accused_people).toEqual([wangchuan.id])
    const others = await town.report()
    await town.drive(others.caseId, 'rectifying')
    const before = (await readInbox(town.house, wangchuan, { open: true, after: null })).rows.length
    expect(before).toBeGreaterThan(0)
    await town.db
      .updateTable('case_file')
      .set({ accused_people: [wangchuan.id] })
      .where('id', '=', others.caseId)
      .execute()
    expect((await readInbox(town.house, wangchuan, { open: true, after: null })).rows.length).toBe(before - 1)
    const [letter] = (await town.letters(others.caseId)).filter(({ unit_id }) => unit_id === wangchuan.unit)
    const done = await town.as('wangchuan').step(others.caseId, { type: 'acknowledge', track: letter?.track })
    expect(done).toMatchObject({ code: 'unknown' })
  })
})

describe('what comes later', () => {
  test.each([
    ['a supplement', { type: 'supplement', text: '你们的核实员把我的原话念给镇长听了。' }],
    ['a word on reprisal', { type: 'reportReprisal', text: '你们把我的名字给了镇里，我被调去看水库。' }],
  ])('accuses as a report does: %s', async (_, event) => {
    const { caseId } = await town.report()
    await town.drive(caseId, 'verifying')
    await town.as('songjie').step(caseId, { type: 'take' })
    expect((await town.row(caseId)).holder).toBe(town.officer('songjie').id)
    await town.asReporter(caseId).step(caseId, event)
    const row = await town.row(caseId)
    expect(row.holder).toBeNull()
    expect(await sees('songjie', caseId)).toBe(false)
    expect(await sees('jiangtao', caseId)).toBe(true)
    expect(await clear(caseId)).toMatchObject({ kind: 'moved', life: row.life })
    expect(await sees('songjie', caseId)).toBe(true)
  })

  test('names an officer, and keeps away that one', async () => {
    const { caseId } = await town.report()
    await town.drive(caseId, 'verifying')
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '宋洁跟县里的人一起吃饭，说了我的事。' })
    await clear(caseId, [town.officer('songjie').id])
    expect(await sees('songjie', caseId)).toBe(false)
    expect(await sees('tanyi', caseId)).toBe(true)
  })

  test('reaches the main case, which speaks for it', async () => {
    const main = await town.report()
    const { caseId } = await town.report({ text: '望川县民政局又要表。' })
    await town.as('hewen').step(caseId, { type: 'merge', into: main.caseId })
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '何雯把我的反映告诉了镇里。' })
    for (const id of [caseId, main.caseId]) expect(await sees('luoping', id)).toBe(false)
    await clear(main.caseId, [town.officer('hewen').id])
    expect(await sees('hewen', main.caseId)).toBe(false)
  })

  test('hides nothing where it only answers', async () => {
    const { caseId } = await town.report()
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '回答专项办的问题：是9月3日。辛苦你们了。' })
    expect(await sees('hewen', caseId)).toBe(true)
  })
})
