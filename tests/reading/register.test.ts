import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { DAY } from '#workflows/clock.ts'
import { startTypicalCase } from '#workflows/engine/start-typical-case.ts'
import { step } from '#workflows/engine/step.ts'
import { readFigures } from '#workflows/reading/figures.ts'
import { readTypicalCase } from '#workflows/reading/newsroom.ts'
import { readClosedCases } from '#workflows/reading/newsroom-cases.ts'
import { latestPublished, readPublished, readRegister } from '#workflows/reading/register.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'

const MARK = '标记原文六六七'
let town: Town
let caseId: string
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
  caseId = (await town.report({ text: `每天报三张重复的表，${MARK}` })).caseId
  await town.drive(caseId, 'rating')
  await town.asReporter(caseId).step(caseId, { type: 'rate', satisfied: true, consent: true })
})
afterAll(() => town.close())

const texts = { title: '一张表报三遍', body: '问题。整改。' }
const does = (by: Staff, id: string, event: { type: string } & Record<string, unknown>) =>
  step(town.house, 'typicalCase', id, event, by)
async function started() {
  const outcome = await startTypicalCase(town.house, town.officer('baiyu'), { ...texts, sources: [caseId] })
  if (outcome.kind !== 'started') throw new Error(outcome.code)
  return outcome.id
}

describe('The newsroom', () => {
  it('shows closed cases by kind, county and day, with what stands against telling them', async () => {
    const { rows } = await readClosedCases(town.house, town.officer('baiyu'), null)
    expect(rows).toMatchObject([{ id: caseId, hindrances: ['tooFresh'] }])
    expect(JSON.stringify(rows)).not.toContain((await town.row(caseId)).number)
  })

  it('draws on brief, results and reply, and never on the report', async () => {
    const id = await started()
    const page = await readTypicalCase(town.house, town.officer('baiyu'), id)
    expect(page!.sources[0]!.brief).not.toBe('')
    expect(page!.sources[0]!.results).toHaveLength(2)
    expect(page!.sources[0]!.reply).not.toBe('')
    expect(page!.revisions).toMatchObject([{ version: 1, title: texts.title }])
    expect(JSON.stringify(page)).not.toContain(MARK)
  })

  it('starts nothing for an approver, from no case, from five, or from one that is not closed', async () => {
    const editor = town.officer('baiyu')
    const open = (await town.report()).caseId
    const start = (by: Staff, sources: string[]) => startTypicalCase(town.house, by, { ...texts, sources })
    expect(await start(town.officer('luming'), [caseId])).toMatchObject({ code: 'not-your-role' })
    expect(await start(editor, [])).toMatchObject({
      code: 'invalid',
      issues: [{ field: 'sources', problem: 'missing' }],
    })
    const five = Array.from({ length: 5 }, () => crypto.randomUUID())
    expect(await start(editor, five)).toMatchObject({ issues: [{ field: 'sources', problem: 'tooLong' }] })
    expect(await start(editor, [open])).toMatchObject({ code: 'unknown' })
    expect(await start(editor, [crypto.randomUUID()])).toMatchObject({ code: 'unknown' })
  })

  it('keeps a case that accuses the publicity department from its editors, and its typical case too', async () => {
    const id = await started()
    const editor = town.officer('baiyu')
    const { accused } = await town.row(caseId)
    await town.house.db
      .updateTable('case_file')
      .set({ accused: [editor.unit] })
      .where('id', '=', caseId)
      .execute()
    expect((await readClosedCases(town.house, editor, null)).rows).toEqual([])
    expect(await readTypicalCase(town.house, editor, id)).toBeNull()
    const outcome = await startTypicalCase(town.house, editor, { ...texts, sources: [caseId] })
    expect(outcome).toMatchObject({ code: 'unknown' })
    await town.house.db.updateTable('case_file').set({ accused }).where('id', '=', caseId).execute()
  })
})

describe('The register', () => {
  it('shows a text only once two persons stand for it, its corrections once approved, and none once withdrawn', async () => {
    const editor = town.officer('baiyu')
    const approver = town.officer('luming')
    const id = await started()
    const writesAndApproves = { ...editor, roles: ['editor', 'approver'] as const }
    await town.pass({ days: 40 })
    expect(await does(editor, id, { type: 'propose' })).toMatchObject({ kind: 'moved' })
    expect(await does(writesAndApproves, id, { type: 'approve' })).toMatchObject({ code: 'second-person' })
    const page = await readTypicalCase(town.house, writesAndApproves, id)
    expect(page!.acts.another).toEqual(expect.arrayContaining(['approve']))

    expect(await does(approver, id, { type: 'returnDraft', text: '删去第二句' })).toMatchObject({ kind: 'moved' })
    expect((await readTypicalCase(town.house, editor, id))!.returned).toMatchObject({ text: '删去第二句' })
    await does(editor, id, { type: 'propose' })
    expect((await readTypicalCase(town.house, editor, id))!.returned).toBeNull()
    expect((await readRegister(town.house, { kind: null, after: null })).rows).toEqual([])
    await does(approver, id, { type: 'approve' })
    expect(await latestPublished(town.house, 3)).toEqual([])
    expect(await does(approver, id, { type: 'publish' })).toMatchObject({ kind: 'moved' })

    const [shown] = await latestPublished(town.house, 3)
    expect(shown).toMatchObject({ title: texts.title, beginning: texts.body })
    const slug = shown!.slug
    await does(editor, id, { type: 'correct', title: '改一', body: '改一', remark: '被退回的更正' })
    expect(await readPublished(town.house, slug)).toMatchObject({ title: texts.title, corrections: [] })
    await does(approver, id, { type: 'returnCorrection', text: '不必' })
    await does(editor, id, { type: 'correct', title: '改二', body: '改二', remark: '更正标题' })
    await does(approver, id, { type: 'approveCorrection' })
    expect(await readPublished(town.house, slug)).toMatchObject({
      title: '改二',
      corrections: [{ remark: '更正标题' }],
    })

    await does(approver, id, { type: 'withdraw', remark: '正在复测' })
    const withdrawn = await readPublished(town.house, slug)
    expect(withdrawn).toMatchObject({ kind: 'withdrawn', remark: '正在复测' })
    expect(JSON.stringify(withdrawn)).not.toContain('改二')
    expect((await readRegister(town.house, { kind: null, after: null })).rows).toEqual([])
  })

  it('tells no figure below five, and others only by fives', async () => {
    await takeFigures(town.house, { first: true, draw: () => 0 })
    const { parts } = await readFigures(town.house)
    expect(parts).toHaveLength(7)
    expect(parts.every(({ about }) => about === null)).toBe(true)
    for (let more = 0; more < 6; more++) await town.report()
    town.clock.advance(7 * DAY)
    await takeFigures(town.house, { draw: () => 0 })
    expect((await readFigures(town.house)).parts.find(({ name }) => name === 'received')).toMatchObject({ about: 10 })
  })
})
