import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import { CASE_TEXTS } from '#workflows/case/written-texts.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { caseProcedure } from '#workflows/engine/case-procedure.ts'
import { situationOf } from '#workflows/engine/situation.ts'
import { startTypicalCase } from '#workflows/engine/start-typical-case.ts'
import { step } from '#workflows/engine/step.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import { MASK } from '#workflows/protection/mask-receipts.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const WORDS = '我们村会计每周要把同一张表报给四个部门，夜里十二点还在群里催。'
const QUOTE = '每周要把同一张表报给四个部门'
const PHONE = '138 0013 8000'

const askWith = (question: string, settled?: { field: string; kind: string; text: string }[]) => ({
  type: 'askForMore',
  question,
  ...(settled && { settled }),
})
const keeping = (text: string, kind = 'phone', field = 'question') => ({ field, kind, text })
const payloadOf = async (caseId: string) => {
  const rows = await town.db.selectFrom('journal').selectAll().where('subject_id', '=', caseId).orderBy('seq').execute()
  const { seq, payload } = rows.at(-1) ?? {}
  const place = { table: 'journal', column: 'payload', row: `${caseId}:${seq}` }
  return JSON.parse(openText(await caseKey(town.db, town.keys, caseId), place, payload!))
}
const messagesOf = (caseId: string) =>
  town.db.selectFrom('message').select('id').where('case_id', '=', caseId).where('said_by', '=', 'office').execute()

describe('a text that leaves the office', () => {
  test('is refused with the place in it where it holds a number, and nothing is stored', async () => {
    const { caseId } = await town.report({ text: WORDS })
    expect(await town.as('clerk').step(caseId, askWith(`请回电${PHONE}，谢谢`))).toEqual({
      kind: 'refused',
      code: 'unsettled',
      unsettled: [
        {
          field: 'question',
          text: `请回电${PHONE}，谢谢`,
          found: [{ start: 3, end: 16, kind: 'phone', text: PHONE, mayKeep: true }],
        },
      ],
    })
    expect(await messagesOf(caseId)).toEqual([])
  })

  test('goes when a person has settled each place, and who settled what is in the journal', async () => {
    const { caseId } = await town.report({ text: WORDS })
    const said = `请回电${PHONE}，核对${QUOTE}一事`
    const clerk = town.as('clerk')
    expect(await clerk.step(caseId, askWith(said, [keeping(PHONE)]))).toMatchObject({ code: 'unsettled' })
    const settled = [keeping(PHONE), keeping(QUOTE, 'quote')]
    expect(await clerk.step(caseId, askWith(said, settled))).toMatchObject({ kind: 'moved' })
    expect(await payloadOf(caseId)).toEqual({ type: 'askForMore', question: said, settled })
  })

  test('is refused again where the words that were settled were changed', async () => {
    const { caseId } = await town.report({ text: WORDS })
    const other = askWith('请回电13900139000', [keeping(PHONE)])
    expect(await town.as('clerk').step(caseId, other)).toMatchObject({ code: 'unsettled' })
  })

  test('never goes with a receipt code, whatever is said of it', async () => {
    const { caseId, code } = await town.report({ text: WORDS })
    const settled = [keeping(MASK, 'receipt'), keeping(code, 'receipt')]
    expect(await town.as('clerk').step(caseId, askWith(`您的查询码${code}`, settled))).toMatchObject({
      code: 'unsettled',
      unsettled: [{ found: [{ kind: 'receipt', mayKeep: false }] }],
    })
  })

  test('repeats no words of a supplement, an answer, or a report that was merged with it', async () => {
    const main = await town.report({ text: '反映会议太多。' })
    const merged = await town.report({ text: WORDS })
    const clerk = town.as('clerk')
    await town
      .asReporter(main.caseId)
      .step(main.caseId, { type: 'supplement', text: '上个礼拜光是视频会就开了九场，人手根本不够。' })
    await clerk.step(merged.caseId, { type: 'merge', into: main.caseId })
    const ask = (question: string) => clerk.step(main.caseId, askWith(question))
    expect(await ask('上个礼拜光是视频会就开了九场，对吗？')).toMatchObject({ code: 'unsettled' })
    expect(await ask(`${QUOTE}，对吗？`)).toMatchObject({ code: 'unsettled' })
    expect(await ask('请补充会议的时间。')).toMatchObject({ kind: 'moved' })
  })

  test('passes at once where it is clean, and names units as anybody would', async () => {
    const unit = '望川县人民政府'
    const { caseId } = await town.report({ text: `${unit}要求报表`, unit })
    expect(await town.as('clerk').step(caseId, askWith(`${unit}要求的是哪一张表？`))).toMatchObject({ kind: 'moved' })
  })

  test('is told to nobody who may not do the act', async () => {
    const { caseId } = await town.report({ text: WORDS })
    const outcome = await town.as('verifier').step(caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: PHONE })
    expect(outcome).toEqual({ kind: 'refused', code: 'not-your-role' })
  })

  test('inside the office nothing is asked', async () => {
    const { caseId } = await town.report({ text: WORDS })
    expect(await town.as('clerk').step(caseId, { type: 'note', text: `${WORDS}${PHONE}` })).toMatchObject({
      kind: 'moved',
    })
  })
})

test('every text of every act that leaves the office is looked at, by its own field', async () => {
  const { caseId } = await town.report({ text: WORDS })
  const row = await town.db.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()
  const { by } = town.as('head')
  await inTransaction(town.db, async (tx) => {
    const situation = situationOf(town.house, tx, row)
    for (const [type, texts] of Object.entries(CASE_TEXTS))
      for (const [field, read] of Object.entries(texts)) {
        const [variant] = CASE_VARIANTS[type as CaseEvent['type']]
        const event = JSON.parse(JSON.stringify(variant)) as CaseEvent
        put(event, field.split('.'), `见${QUOTE}`)
        const unsettled = await caseProcedure.unsettled({
          house: town.house,
          tx,
          row,
          event,
          by,
          role: 'head',
          situation,
        })
        const fields = unsettled.map((each) => each.field)
        expect([type, field, fields]).toEqual([type, field, read === 'out' ? [field] : []])
      }
  })
})

test('a typical case repeats no words of the reports it is drawn from', async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'closed')
  const { text } = storyOf('oneListThreeTimes')
  const editor = town.officer('editor')
  const clean = { title: '一张表报三次', body: '合并为一张。', sources: [caseId] }
  expect(await startTypicalCase(town.house, editor, { ...clean, body: text })).toMatchObject({
    code: 'unsettled',
    unsettled: [{ field: 'body' }],
  })
  const started = await startTypicalCase(town.house, editor, clean)
  if (started.kind !== 'started') throw new Error('a clean text begins a typical case')
  const draft = { type: 'draft', title: clean.title, body: `电话${PHONE}` }
  const again = (event: object) => step(town.house, 'typicalCase', started.id, event, editor)
  expect(await again(draft)).toMatchObject({ code: 'unsettled' })
  expect(await again({ ...draft, settled: [keeping(PHONE, 'phone', 'body')] })).toMatchObject({ kind: 'moved' })
})

function put(target: object, [name = '', ...rest]: string[], text: string): void {
  const inner = target as Record<string, unknown>
  if (rest.length === 0) inner[name] = text
  else put(inner[name] as object, rest, text)
}
