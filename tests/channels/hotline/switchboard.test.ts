import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextTurn } from '#app/switchboard/take-turn.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { type Keyed, readBack, takeKeyedCall } from '#workflows/channels/switchboard.ts'
import { DAY } from '#workflows/clock.ts'
import { openThread } from '#workflows/engine/open-thread.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { readThread } from '#workflows/reading/thread.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const SAID = '来电人：镇里每周要三张一样的表。\n话务员：哪个部门？\n来电人：党政办。'
const keyed = (more: Partial<Keyed> = {}): Keyed => ({
  text: SAID,
  kind: '',
  place: '',
  unit: '',
  receipt: '',
  noDispatch: '',
  ...more,
})
const fresh = () => issueSubmission(town.keys, town.clock.wall())
const take = (more: Partial<Keyed> = {}, token = fresh(), mayTry = () => true) =>
  takeKeyedCall(town.house, token, keyed(more), mayTry)
const codeOf = (taken: Awaited<ReturnType<typeof take>>) => (taken.kind === 'report' ? (taken.code ?? '') : '')
const reports = async () => (await town.db.selectFrom('report').select('id').execute()).length

test('a keyed call is a report whose code opens its thread', async () => {
  const code = codeOf(await take({ kind: 'B31', place: '石埠乡' }))
  const opened = await openThread(town.house, code)
  const thread = opened && (await readThread(town.house, { kind: 'reporter', report: opened.report }))
  expect(thread?.said.map(({ text }) => text)).toEqual([SAID])
})

test('the form sent twice shows the same code and is one report', async () => {
  const before = await reports()
  const token = fresh()
  expect(codeOf(await take({}, token))).toBe(codeOf(await take({}, token)))
  expect(await reports()).toBe(before + 1)
})

test('the code is shown until its last four digits were said back rightly, and never after', async () => {
  const token = fresh()
  const code = codeOf(await take({}, token))
  const wrong = code.endsWith('0000') ? '1111' : '0000'
  expect(await readBack(town.house, token, wrong)).toEqual({ kind: 'wrong', code })
  expect(await readBack(town.house, token, '')).toEqual({ kind: 'wrong', code })
  const full = [...code.slice(-4)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(' ')
  expect(await readBack(town.house, token, full)).toEqual({ kind: 'right' })
  expect(await readBack(town.house, token, wrong)).toEqual({ kind: 'wrong', code: null })
  expect(await take({}, token)).toEqual({ kind: 'report', code: null })
})

test('a code is read out a few times and no more, and not the day after', async () => {
  const token = fresh()
  const code = codeOf(await take({}, token))
  const answers = []
  for (let count = 0; count < 10; count++) answers.push(await readBack(town.house, token, 'x'))
  expect(answers.filter((answer) => 'code' in answer && answer.code === code).length).toBeLessThanOrEqual(8)
  expect(answers.at(-1)).toEqual({ kind: 'wrong', code: null })
  town.clock.advance(2 * DAY)
  expect(await readBack(town.house, token, code.slice(-4))).toEqual({ kind: 'expired' })
  expect(await readBack(town.house, 'forged', '0000')).toEqual({ kind: 'expired' })
})

test('a caller with a code adds to their report, however it was keyed in, and a double click adds once', async () => {
  const code = codeOf(await take())
  const before = await reports()
  const token = fresh()
  const more = { receipt: code.replace(/\d{4}/g, '$& '), text: '来电人：这周又加了一张。', place: '石埠乡' }
  expect(await take(more, token)).toEqual({ kind: 'supplement' })
  expect(await take(more, token)).toEqual({ kind: 'supplement' })
  expect(await reports()).toBe(before)
  const opened = await openThread(town.house, code)
  const thread = opened && (await readThread(town.house, { kind: 'reporter', report: opened.report }))
  expect(thread?.said.map(({ about, text }) => [about, text])).toEqual([
    ['report', SAID],
    ['supplement', '地点：石埠乡\n来电人：这周又加了一张。'],
  ])
})

test('what cannot be taken is said field by field, and nothing of it is stored', async () => {
  const before = await reports()
  const faults = async (...args: Parameters<typeof take>) => {
    const taken = await take(...args)
    return taken.kind === 'faults' ? taken.faults.map(({ field, problem }) => `${field} ${problem}`) : [taken.kind]
  }
  expect(await faults({ text: '来电人：' })).toEqual(['text missing'])
  expect(await faults({ text: '来电人：13812345678' })).toEqual(['text missing'])
  expect(await faults({ text: `来电人：${'表'.repeat(20_001)}` })).toEqual(['text tooLong'])
  expect(await faults({ place: '远'.repeat(201), unit: '大'.repeat(201) })).toEqual(['place tooLong', 'unit tooLong'])
  expect(await faults({ receipt: '1234' })).toEqual(['receipt wrong'])
  expect(await faults({ receipt: '12345678901234567890' }, fresh(), () => false)).toEqual(['receipt tooOften'])
  expect(await faults({}, 'forged')).toEqual(['text expired'])
  expect(await reports()).toBe(before)
})

test.each([
  ['来电人：你好', 6, '\n话务员：'],
  ['来电人：你好\n话务员：请讲', 13, '\n来电人：'],
  ['来电人：你好\n第二行', 10, '\n话务员：'],
  ['', 0, '来电人：'],
])('Enter after %j gives the word to the other', (text, at, insert) => {
  expect(nextTurn(text, at)).toEqual({ from: Math.min(at, text.length), insert })
})

test('Enter on a turn without a word yet says that it was the other one', () => {
  expect(nextTurn('来电人：你好\n话务员：', 11)).toEqual({ from: 7, insert: '来电人：' })
  expect(nextTurn('来电人：', 4)).toEqual({ from: 0, insert: '话务员：' })
})
