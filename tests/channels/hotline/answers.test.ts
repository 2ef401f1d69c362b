import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '#app/http/csv.ts'
import { xlsxOf } from '#app/http/xlsx.server.ts'
import { answerLines } from '#app/switchboard/answer-lines.ts'
import { newWords } from '#app/words/new-words.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { answersBack } from '#workflows/channels/answers-back.ts'
import { turnsOfText } from '#workflows/channels/hotline/turns-of-text.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'
import { takeCall } from '#workflows/channels/take-call.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import { countAnswers } from '#workflows/reading/call-answers.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import { act } from '#workflows/sample-town/play.ts'

const REFUSAL = '=HYPERLINK("http://elsewhere.invalid","请走信访渠道")'
let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

async function called(order: string | null, text: string) {
  const call = writtenCall({ order, turns: turnsOfText(`坐席：请讲。市民：${text}`) })
  const taken = await takeCall(town.house, { call, source: 'import' })
  if (taken.outcome !== 'report') throw new Error(taken.outcome)
  const report = await town.db
    .selectFrom('report')
    .select(['id', 'case_id'])
    .where('id', '=', taken.id)
    .executeTakeFirstOrThrow()
  return report.case_id
}
async function refuse(caseId: string) {
  const by = (login: string) => town.as(login).by
  await act(town.house, 'case', caseId, { type: 'take' }, by('hewen'))
  const proposal = { type: 'proposeRefusal', reason: 'elsewhere', text: REFUSAL }
  await act(town.house, 'case', caseId, proposal, by('hewen'))
  await act(town.house, 'case', caseId, { type: 'confirmRefusal' }, by('liangbo'))
}
const operator = (login = 'aixia') => town.officer(login)
const orders = async (again = false) => (await answersBack(town.house, operator(), { again })).map(({ order }) => order)

test('a call that another system sent is answered by its number there, once, and the look is on record', async () => {
  const caseId = await called('DH-2026-000001', '村里每周填三张表。')
  await called('DH-2026-000002', '还没有人看的事。')
  const unnumbered = await called(null, '没有编号的事。')
  expect(await countAnswers(town.house, operator())).toEqual({ waiting: 0, all: 0 })
  await refuse(caseId)
  await refuse(unnumbered)
  expect(await countAnswers(town.house, operator())).toEqual({ waiting: 1, all: 1 })
  const [answer, ...more] = await answersBack(town.house, operator(), { again: false })
  expect(more).toEqual([])
  expect(answer).toMatchObject({ order: 'DH-2026-000001', about: 'refusal', code: 'elsewhere', text: REFUSAL })
  expect(await orders()).toEqual([])
  expect(await orders(true)).toEqual(['DH-2026-000001'])
  const looks = await town.db.selectFrom('look').select(['case_id', 'page']).where('page', '=', 'callAnswers').execute()
  expect(looks).toEqual([
    { case_id: caseId, page: 'callAnswers' },
    { case_id: caseId, page: 'callAnswers' },
  ])
})

test('what is told anew after it was written out is written out again', async () => {
  const caseId = await called('DH-2026-000011', '先不受理，后来改了。')
  await refuse(caseId)
  expect(await orders()).toEqual(['DH-2026-000011'])
  // it was written out on an earlier day than that of the last word
  const calls = town.db.updateTable('hotline_call').where('answered_on', 'is not', null)
  await calls.set({ answered_on: addDays(dayOf(town.clock.town()), -1) }).execute()
  expect(await orders()).toContain('DH-2026-000011')
  expect(await orders()).toEqual([])
})

test('a call that accuses the office is answered with the level it went to, and with nothing that was said', async () => {
  const caseId = await called('DH-2026-000031', '市级专项工作机制办公室要求天天报数。')
  const handUp = { type: 'handUp', text: '石埠乡李会计反映的事，已交省专项办。' }
  await act(town.house, 'case', caseId, handUp, town.officer('jiangtao'))
  const told = await answersBack(town.house, operator(), { again: false })
  expect(told).toEqual([
    expect.objectContaining({ order: 'DH-2026-000031', about: 'handedUp', code: 'province', text: '' }),
  ])
  for (const [locale, words] of [
    ['zh-CN', '已按规定上交省级专项工作机制办公室，由其办理并答复。'],
    ['en', 'Handed up to the mechanism office of the province, which handles and answers it.'],
  ] as const) {
    const [, line] = answerLines(newWords(locale).getFixedT(locale, 'case'), told)
    expect(line).toEqual(['DH-2026-000031', words])
  }
})

test('an operator of an accused unit gets no answer about it', async () => {
  const caseId = await called('DH-2026-000021', '市行政审批局要求天天报数。')
  await refuse(caseId)
  const { unit } = operator()
  await town.db
    .updateTable('case_file')
    .set({ accused: [unit] })
    .where('id', '=', caseId)
    .execute()
  const told = async () => (await orders(true)).includes('DH-2026-000021')
  expect(await told()).toBe(false)
  // an accusation of the office shuts everybody out: from all but that it was handed up
  const office = UNITS.filter(({ kind }) => kind === 'office').map(({ id }) => id)
  const accuse = (accused: string[]) =>
    town.db.updateTable('case_file').set({ accused, accused_provisional: [] }).where('id', '=', caseId).execute()
  await accuse(office)
  expect(await told()).toBe(false)
  await act(town.house, 'case', caseId, { type: 'handUp', ...{ text: '已上交' } }, town.officer('jiangtao'))
  expect(await told()).toBe(true)
  await accuse([...office, unit])
  expect(await told()).toBe(false)
})

test('the file holds number and reply and nothing else, and no cell of it is a formula', async () => {
  const t = newWords('zh-CN').getFixedT('zh-CN', 'case')
  const lines = answerLines(t, await answersBack(town.house, operator(), { again: true }))
  const rows: string[][] = parse(csvOf(lines), { bom: true })
  expect(rows[0]).toEqual(['办件编号', '公开答复内容'])
  const reason = t('refusalReasons.elsewhere')
  expect(rows.length).toBe(lines.length)
  const refused = rows.slice(1).filter(([, said]) => !said?.includes('上交'))
  expect(refused).toEqual(refused.map(() => [expect.stringMatching(/^DH-2026-/), `${reason}\n${REFUSAL}`]))
  const formula = answerLines(t, [{ report: '', order: '=1+1', about: 'reply', code: null, text: REFUSAL }])
  expect(parse(csvOf(formula), { bom: true })[1]).toEqual(["'=1+1", `'${REFUSAL}`])
  const sheet = await readSheet(await xlsxOf(formula, { sheet: '答复', widths: [20, 80] }))
  expect(sheet[1]).toEqual(['=1+1', REFUSAL])
})
