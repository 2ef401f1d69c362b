import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { findReport } from '#db/read/cases.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { openThread } from '#workflows/engine/open-thread.ts'
import { step } from '#workflows/engine/step.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { matterOf } from '#workflows/reading/matters.ts'
import { readThread } from '#workflows/reading/thread.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

/** Told at the hotline: visitors every week, and the same questionnaire eleven times. */
const WATER = '高新区停水两天了。'
const VISITS = '今年到九月底接待参观检查四十六次，生产线要停下来腾通道。'
const FORMS = '还让我们填调研问卷，十一份，内容都一样，什么用工什么产值。'
const TEXT = `${WATER}还有个事。${VISITS}${FORMS}`

const clerk = () => town.as('hewen')
const split = (caseId: string, more: object = {}) =>
  clerk().step(caseId, { type: 'split', text: FORMS, kind: 'B31', ...more })
const secondOf = (caseId: string) =>
  town.db.selectFrom('case_file').selectAll().where('split_from', '=', caseId).executeTakeFirstOrThrow()
const holder = async (code: string): Promise<Reporter> => {
  const opened = await openThread(town.house, code)
  if (!opened) throw new Error('the code opens nothing')
  return { kind: 'reporter', report: opened.report }
}
const secondHolder = async (code: string) => {
  const other = await matterOf(town.house, await holder(code), 2)
  if (!other) throw new Error('there is no second matter')
  return other
}

describe('a report that tells of two matters', () => {
  test('becomes two cases of one hour, kept from the same people, and not a word is lost', async () => {
    const { caseId, report } = await town.report({ text: TEXT, contact: '138 0000 0000', noDispatch: true })
    await clerk().step(caseId, { type: 'nameAccused', units: [unitId('990301')] })
    expect(await split(caseId)).toMatchObject({ kind: 'moved', life: 'triage.open' })
    const [first, second] = [await town.row(caseId), await secondOf(caseId)]
    expect(second).toMatchObject({
      kind: 'B31',
      life: 'triage.open',
      holder: null,
      accused: first.accused,
      no_dispatch: true,
      received_on: first.received_on,
      due_name: 'triage',
    })
    const page = await readCasePage(town.house, town.officer('hewen'), caseId)
    expect(page?.said?.reports[0]?.body).toBe(TEXT)
    const other = await readCasePage(town.house, town.officer('hewen'), second.id)
    expect(other?.said?.reports[0]).toMatchObject({ body: FORMS, hasContact: false, channel: 'web' })
    const [one, two] = await Promise.all([
      findReport(town.db, report),
      findReport(town.db, other?.said?.reports[0]?.id ?? ''),
    ])
    expect(two?.received_hour).toEqual(one?.received_hour)
    expect(two?.split_from).toBe(report)
    expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
  })

  test('is followed with the one code, each matter with its own thread, acts and end', async () => {
    const { caseId, code } = await town.report({ text: TEXT })
    await split(caseId)
    const first = await holder(code)
    const second = await secondHolder(code)
    expect((await readThread(town.house, first))?.matter).toEqual({ at: 1, of: 2 })
    const before = await readThread(town.house, second)
    expect(before).toMatchObject({ matter: { at: 2, of: 2 }, label: 'received' })
    expect(before?.said.map(({ text }) => text)).toEqual([FORMS])
    const other = await secondOf(caseId)
    expect(await step(town.house, 'case', other.id, { type: 'withdraw' }, second)).toMatchObject({ life: 'closed' })
    expect((await readThread(town.house, second))?.label).toBe('closed')
    expect((await readThread(town.house, first))?.label).toBe('received')
    expect(await step(town.house, 'case', other.id, { type: 'supplement', text: '…' }, first)).toMatchObject({
      code: 'unknown',
    })
  })

  test('leads nobody into the matter of another: a number is no way in', async () => {
    const [mine, theirs] = [await town.report({ text: TEXT }), await town.report({ text: TEXT })]
    await split(theirs.caseId)
    for (const position of [0, 2, 3, -1, 1.5, Number.NaN])
      expect(await matterOf(town.house, await holder(mine.code), position)).toBeNull()
    expect(await matterOf(town.house, { kind: 'reporter', report: crypto.randomUUID() }, 1)).toBeNull()
  })

  test('may be three, and the third opens with the same code', async () => {
    const { caseId, code } = await town.report({ text: TEXT })
    await split(caseId)
    const second = await secondOf(caseId)
    town.clock.advance(60_000)
    expect(await split(second.id, { text: WATER, kind: 'OUT' })).toMatchObject({ kind: 'moved' })
    const third = await matterOf(town.house, await holder(code), 3)
    expect((third && (await readThread(town.house, third)))?.said[0]?.text).toBe(WATER)
  })

  test('is split once by a double click, and not at all by one who saw an older page', async () => {
    const { caseId } = await town.report({ text: TEXT })
    const { revision } = await town.row(caseId)
    const event = { type: 'split', text: FORMS, kind: 'B31' }
    for (let click = 0; click < 2; click++)
      expect(await clerk().step(caseId, event, { seen: revision, request: 'the same form' })).toMatchObject({
        kind: 'moved',
      })
    expect(await clerk().step(caseId, event, { seen: revision, request: 'another form' })).toMatchObject({
      code: 'stale',
    })
    expect(await town.db.selectFrom('case_file').select('id').where('split_from', '=', caseId).execute()).toHaveLength(
      1,
    )
  })

  test('is not split where it follows another, after verification, without words, or into a kind there is none of', async () => {
    const main = await town.report({ text: TEXT })
    const { caseId } = await town.report({ text: TEXT })
    expect(await split(caseId, { text: '  ' })).toMatchObject({ issues: [{ field: 'text', problem: 'missing' }] })
    expect(await split(caseId, { kind: 'B00' })).toMatchObject({ issues: [{ field: 'kind', problem: 'wrong' }] })
    await clerk().step(caseId, { type: 'merge', into: main.caseId })
    expect(await split(caseId)).toMatchObject({ code: 'not-now' })
    await town.drive(main.caseId, 'assigning')
    expect(await split(main.caseId)).toMatchObject({ code: 'not-now' })
    expect(await town.as('liangbo').step(main.caseId, { type: 'split', text: FORMS, kind: 'B31' })).toMatchObject({
      code: 'not-your-role',
    })
  })

  test('is one again when the second is merged back, and its reporter rates once', async () => {
    const { caseId, code } = await town.report()
    await split(caseId)
    const second = await secondOf(caseId)
    expect(await clerk().step(second.id, { type: 'merge', into: caseId })).toMatchObject({ kind: 'moved' })
    await town.drive(caseId, 'rating')
    const [first, other] = [await holder(code), await secondHolder(code)]
    expect(await step(town.house, 'case', caseId, { type: 'rate', satisfied: true }, other)).toMatchObject({
      life: 'closed',
    })
    expect((await readThread(town.house, first))?.acts).not.toContain('rate')
  })

  test('is compared and found by its own words, as soon as the worker has been', async () => {
    const { caseId } = await town.report({ text: TEXT })
    await split(caseId)
    const second = await secondOf(caseId)
    await town.drain()
    const rows = await town.db
      .selectFrom('search.case_index')
      .select('case_id')
      .where('case_id', '=', second.id)
      .execute()
    expect(rows).toHaveLength(1)
  })
})
