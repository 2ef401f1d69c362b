import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import { concludeReferral, settleOrder } from '#workflows/engine/step-paper.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readLetterOrder, readLetterPage } from '#workflows/reading/letter-page.ts'
import { readOrderList, readOrderPage, readReferralPage } from '#workflows/reading/supervision-papers.ts'

const MARKS = {
  text: '标记甲原文七三九',
  place: '标记乙地点四四一',
  unit: '标记丙单位八八二',
  happened: '标记丁时间五零六',
}
const REASON = '标记戊移送理由九零一'

let town: Town
let caseId: string
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
  caseId = (await town.report({ ...MARKS, text: `每天报三张表，${MARKS.text}` })).caseId
  await town.drive(caseId, 'rectifying')
  for (const track of ['territory', 'department'] as const)
    await town.as(town.handlers(caseId)[track]).step(caseId, { type: 'acknowledge', track })
  await town.pass(21)
  await ringRungs(town.house)
}, 120_000)
afterAll(() => town.close())

const supervisor = () => town.as('xielan')
const order = (track: 'territory' | 'department', text = '请说明为何超期') =>
  supervisor().step(caseId, { type: 'issueOrder', track, text })
const papers = async (open = true) =>
  (await readOrderList(town.house, town.officer('xielan'), { open, after: null })).orders
const letterOn = async (track: 'territory' | 'department') =>
  (await town.letters(caseId)).find((letter) => letter.track === track)!
const handlerOf = (track: 'territory' | 'department') => town.officer(town.handlers(caseId)[track])

describe('A supervision order (督办单)', () => {
  it('begins with whose date is over, by how much, and what must be answered by when', async () => {
    const page = await readCasePage(town.house, town.officer('xielan'), caseId)
    const letter = await letterOn('territory')
    const draft = page?.orderDrafts.find(({ track }) => track === 'territory')?.text ?? ''
    expect(draft).toContain(letter.number)
    expect(draft).toMatch(/整改时限为2026年\d+月\d+日，至今已超期[56]个工作日，现予督办。/)
    expect(draft).toMatch(/请于2026年\d+月\d+日24时前答复/)
    for (const mark of Object.values(MARKS)) expect(draft).not.toContain(mark)
  })

  it('issued twice at once is one order with one number, and the second is told that it is done', async () => {
    const outcomes = await Promise.all([order('territory'), order('territory', '另一份'), order('territory', '第三份')])
    expect(outcomes.filter(({ kind }) => kind === 'moved')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toMatchObject([{ code: 'not-now' }, { code: 'not-now' }])
    expect((await papers()).map(({ number }) => number)).toEqual(['云减负督办〔2026〕1号'])
  })

  it('is answered by the unit within five working days, settled by the supervisor, and filed with its number', async () => {
    const [first] = await papers()
    expect(first).toMatchObject({ state: 'open', unit: { name: expect.stringMatching(/./) } })
    const given = await town.db
      .selectFrom('deadline')
      .select(['due_on', 'days'])
      .where('case_id', '=', caseId)
      .where('name', '=', 'orderAnswer')
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
    expect(given).toEqual({ due_on: first?.answerBy, days: 5 })
    const by = handlerOf('territory')
    const onLetter = await readLetterPage(town.house, by, (await letterOn('territory')).id)
    expect(onLetter).toMatchObject({ orders: [{ number: first?.number, text: expect.stringMatching(/./) }] })
    await town
      .as(town.handlers(caseId).territory)
      .step(caseId, { type: 'answerOrder', track: 'territory', text: '下周办完' })
    const page = await readOrderPage(town.house, town.officer('xielan'), first?.id ?? '')
    expect(page).toMatchObject({ state: 'answered', answer: '下周办完', maySettle: true, mayOrder: true })
    expect(await settleOrder(town.house, first?.id ?? '', town.officer('xielan'), {})).toMatchObject({ kind: 'moved' })
    expect(await papers(false)).toMatchObject([{ number: first?.number, state: 'settled' }])
    const looks = await town.db.selectFrom('look').select('page').where('case_id', '=', caseId).execute()
    expect(looks.map(({ page: on }) => on)).toContain('oversight')
  })

  it("is read by its own unit, and is not there for the other side's", async () => {
    const [settled] = await papers(false)
    const [own, theirs] = [await letterOn('territory'), await letterOn('department')]
    expect(await readLetterOrder(town.house, handlerOf('territory'), own.id, settled?.id ?? '')).toMatchObject({
      number: settled?.number,
    })
    expect(await readLetterOrder(town.house, handlerOf('department'), own.id, settled?.id ?? '')).toBeNull()
    expect(await readLetterOrder(town.house, handlerOf('department'), theirs.id, settled?.id ?? '')).toBeNull()
  })

  it('falls silent the moment the result is in, and can then be settled without an answer', async () => {
    await order('department')
    const result = { facts: '查实', measures: '停报', effect: '少两张', prevention: '准入' }
    const upkeep = (await letterOn('department')).lead ? { upkeep: '不再新增' } : {}
    const by = town.as(town.handlers(caseId).department)
    expect(await by.step(caseId, { type: 'submitResult', track: 'department', ...result, ...upkeep })).toMatchObject({
      kind: 'moved',
    })
    const dates = await town.db
      .selectFrom('deadline')
      .select(['name', 'state', 'rings_on'])
      .where('case_id', '=', caseId)
      .where('track', '=', 'department')
      .where((any) => any.or([any('rings_on', 'is not', null), any('state', 'in', ['open', 'lapsed', 'paused'])]))
      .execute()
    expect(dates).toEqual([])
    const [standing] = await papers()
    const page = await readOrderPage(town.house, town.officer('xielan'), standing?.id ?? '')
    expect(page).toMatchObject({ state: 'open', maySettle: true, mayOrder: false })
    expect(await settleOrder(town.house, standing?.id ?? '', town.officer('xielan'), {})).toMatchObject({
      kind: 'moved',
    })
  })
})

describe('A referral to discipline inspection (移送)', () => {
  it('leaves with number, kind, units, dates, rungs and the words of the orders, and nothing of the report', async () => {
    await supervisor().step(caseId, { type: 'refer', text: REASON })
    const { id } = await town.db.selectFrom('referral').select('id').executeTakeFirstOrThrow()
    const page = await readReferralPage(town.house, town.officer('jiangtao'), id)
    const row = await town.row(caseId)
    expect(page).toMatchObject({
      number: '云减负移送〔2026〕1号',
      mayConclude: true,
      sheet: {
        kind: { code: row.kind },
        letters: [{ dates: expect.anything() }, { dates: expect.anything() }],
        orders: [{ text: expect.stringMatching(/./) }, { text: expect.stringMatching(/./) }],
      },
    })
    const late = page?.sheet?.letters.flatMap(({ dates }) => dates).find(({ name }) => name === 'rectification')
    expect(late?.rung).toBe('order')
    const report = await town.db
      .selectFrom('report')
      .select(['id', 'channel'])
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const shown = JSON.stringify(page?.sheet)
    // the number of a case begins with the day on which the report came in
    const days = [row.received_on, row.accepted_on, row.number]
    for (const mark of [...Object.values(MARKS), REASON, report.id, report.channel, ...days])
      expect(shown).not.toContain(mark)
  })

  it('is concluded by the liaison, with what was done, and by nobody else', async () => {
    const { id } = await town.db.selectFrom('referral').select('id').executeTakeFirstOrThrow()
    expect(await concludeReferral(town.house, id, '已处理', town.officer('xielan'), {})).toMatchObject({
      code: 'not-your-role',
    })
    expect(await concludeReferral(town.house, id, ' ', town.officer('jiangtao'), {})).toMatchObject({
      issues: [{ field: 'text', problem: 'missing' }],
    })
    expect(await concludeReferral(town.house, id, '已处理', town.officer('jiangtao'), {})).toMatchObject({
      kind: 'moved',
    })
    expect(await readReferralPage(town.house, town.officer('jiangtao'), id)).toMatchObject({
      conclusion: '已处理',
      mayConclude: false,
    })
  })

  it('of a case that is not there answers like one that may not be known of', async () => {
    for (const id of ['11111111-1111-4111-8111-111111111111', '../x', '']) {
      expect(await readReferralPage(town.house, town.officer('jiangtao'), id)).toBeNull()
      expect(await readOrderPage(town.house, town.officer('xielan'), id)).toBeNull()
      expect(await settleOrder(town.house, id, town.officer('xielan'), {})).toMatchObject({ code: 'unknown' })
    }
  })
})
