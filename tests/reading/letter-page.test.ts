import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { stepLetter } from '#workflows/engine/step-letter.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'

const MARKS = {
  text: '标记甲原文七三九',
  place: '标记乙地点四四一',
  unit: '标记丙单位八八二',
  happened: '标记丁时间五零六',
}
const SAID_LATER = '标记戊补充一一三'

let town: Town
let caseId: string
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
  caseId = (await town.report({ ...MARKS, text: `上级要求每天报送三张重复的表格，${MARKS.text}` })).caseId
})
afterAll(() => town.close())

const unitOf = (track: 'territory' | 'department') => town.officer(town.handlers(caseId)[track])
const inbox = async (track: 'territory' | 'department', open = true) =>
  (await readInbox(town.house, unitOf(track), { open, after: null })).rows

describe('A unit', () => {
  it('learns of a letter only once it is issued', async () => {
    await town.drive(caseId, 'assigning')
    expect(await inbox('territory')).toEqual([])
    await town.drive(caseId, 'rectifying')
    expect(await inbox('territory')).toMatchObject([{ state: 'issued', number: expect.stringContaining('〔2026〕') }])
  })

  it('finds nothing of the report in any value of its pages', async () => {
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: SAID_LATER })
    const [letter] = await inbox('territory')
    const page = await readLetterPage(town.house, unitOf('territory'), letter!.id)
    const row = await town.row(caseId)
    const report = await town.house.db
      .selectFrom('report')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const shown = JSON.stringify([await inbox('territory'), await inbox('territory', false), page])
    expect(page!.brief).not.toBe('')
    for (const mark of [...Object.values(MARKS), SAID_LATER, row.id, row.number, report.id, report.channel])
      expect(shown).not.toContain(mark)
    // nor when it came in, or was accepted: the town's clock stood elsewhere then
    expect(shown).not.toContain(row.received_on)
    expect(shown).not.toContain(row.accepted_on)
  })

  it("is answered alike for another unit's letter, an absent and a malformed id", async () => {
    const [theirs] = await inbox('department')
    const by = unitOf('territory')
    expect(await readLetterPage(town.house, by, theirs!.id)).toBeNull()
    expect(await readLetterPage(town.house, by, '11111111-1111-4111-8111-111111111111')).toBeNull()
    expect(await readLetterPage(town.house, by, "'; drop table letter")).toBeNull()
  })

  it('is offered what the machine takes on its own track, and reads why a result came back', async () => {
    const [letter] = await inbox('territory')
    const by = unitOf('territory')
    expect((await readLetterPage(town.house, by, letter!.id))!.acts).toEqual(['acknowledge', 'object'])
    await town.drive(caseId, 'reviewing')
    const submitted = await readLetterPage(town.house, by, letter!.id)
    expect(submitted).toMatchObject({ state: 'submitted', acts: [] })
    await town.as('reviewer').step(caseId, { type: 'sendBack', tracks: ['territory'], missing: '缺成效' })
    expect(await readLetterPage(town.house, by, letter!.id)).toMatchObject({
      state: 'sentBack',
      results: [{ returned: '缺成效' }],
      acts: expect.arrayContaining(['submitResult']),
    })
    expect(await inbox('territory')).toMatchObject([{ state: 'sentBack' }])
    expect(await inbox('department')).toEqual([])
  })

  it('reads a supervision order on its own letter, not the one on the other', async () => {
    const [letter] = await inbox('territory')
    const [theirs] = await inbox('department', false)
    await town.house.clock.advance(40 * 24 * 60 * 60 * 1000)
    await town.ring()
    const ordered = await town
      .as('supervisor')
      .step(caseId, { type: 'issueOrder', track: 'territory', text: '请说明为何超期' })
    expect(ordered).toMatchObject({ kind: 'moved' })
    const by = unitOf('territory')
    expect((await readLetterPage(town.house, by, letter!.id))!.orders).toMatchObject([{ text: '请说明为何超期' }])
    expect((await readLetterPage(town.house, unitOf('department'), theirs!.id))!.orders).toEqual([])
    expect(await stepLetter(town.house, letter!.id, { type: 'answerOrder', text: '下周办完' }, by)).toEqual({
      kind: 'moved',
    })
    expect((await readLetterPage(town.house, by, letter!.id))!.orders).toMatchObject([
      { answer: '下周办完', state: 'answered' },
    ])
  })

  it('does not learn what becomes of the case after its answer', async () => {
    const [before] = await inbox('department', false)
    const by = unitOf('department')
    const page = await readLetterPage(town.house, by, before!.id)
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '又想起一件事' })
    expect(await readLetterPage(town.house, by, before!.id)).toEqual(page)
  })
})
