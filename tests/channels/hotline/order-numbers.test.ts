import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { aTown, type Town } from '#tests/world/town.ts'
import { planCalls, startImport } from '#workflows/channels/call-import.ts'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { sessionsOf } from '#workflows/channels/hotline/sessions.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'
import { takePushed } from '#workflows/channels/pushed-call.ts'
import { takeCall } from '#workflows/channels/take-call.ts'
import { takeFile, type CallOutcome } from '#workflows/channels/take-file.ts'
import { readImport, readRefusedCalls } from '#workflows/reading/call-import.ts'
import { csvOf } from './files.ts'

const KEY = 'a key of the tests, long enough for all'
let town: Town
beforeAll(async () => {
  town = await aTown({ env: { HOTLINE_PUSH_KEY: KEY } })
})
afterAll(() => town.close())

const operator = () => town.officer('aixia')
async function plan(bytes: Buffer, name = 'export.csv') {
  const planned = await planCalls(town.house, operator(), { name, bytes })
  if (planned.kind !== 'planned') throw new Error(JSON.stringify(planned))
  return planned.id
}
const page = async (id: string) => {
  const found = await readImport(town.house, operator(), id, { after: 0 })
  if (!found) throw new Error('no such import')
  return found
}
async function took(bytes: Buffer) {
  const id = await plan(bytes)
  await startImport(town.house, operator(), id)
  await town.drain()
  return (await page(id)).counts
}
let pushes = 0
const push = (said: string) => {
  // a moment later each time, for what was sent as it was is refused before it is looked at
  pushes += 1
  const timestamp = String(town.clock.wall().getTime() + pushes)
  const body = Buffer.from(said)
  const signature = `sha256=${createHmac('sha256', KEY).update(`${timestamp}.`).update(body).digest('hex')}`
  return takePushed(town.house, { signature, timestamp, body })
}
const pushed = (orderNo: string, text: string) => `{"orderNo":${orderNo},"text":"${text}"}`
const orderOf = (said: string) => {
  const { order, isDamaged } = writtenCall({ order: said, turns: [] })
  return [order, isDamaged]
}

describe('what stands where no number is, or where a table has spoilt it, is no order number', () => {
  test.each(['无', '—', '-', ' / ', '0', '000', 'N/A', '#N/A', 'null', '暂无', '没有', '（无）', '待补'])(
    'no number: %s',
    (said) => expect(orderOf(said)).toEqual([null, false]),
  )
  test.each(['2.02610E+15', '2.0261E15', '2E+15', '2.026101200010012e+19'])('spoilt: %s', (said) =>
    expect(orderOf(said)).toEqual([null, true]),
  )
  test.each(['DH1', '2', '20261012000100121', 'GD-2026-无', '无锡0012', '12E5', '10'])('a number: %s', (said) =>
    expect(orderOf(said)).toEqual([said, false]),
  )
})

test('calls without a number are each taken, whatever their exports write in its place', async () => {
  const none = [
    ['办件编号', '诉求人', '诉求人电话', '诉求内容'],
    ['无', '王小明', '13812345678', '甲镇每周填三张表请查'],
    ['无', '李四', '13912345678', '乙镇每周开五个会请查'],
    ['-', '赵六', '', '丙镇建了六个群'],
    ['-', '钱七', '', '丁镇要装七个App'],
  ]
  expect(await took(csvOf(none))).toEqual({ waiting: 0, report: 4, duplicate: 0, refused: 0 })
  expect(await took(csvOf([none[0] ?? [], ['无', '孙八', '', '戊镇天天打卡']]))).toMatchObject({ report: 1 })
  const spoilt = [
    ['办件编号', '诉求人', '诉求内容'],
    ['2.02610E+15', '王小明', '戊镇每周填三张表请查'],
    ['2.02610E+15', '李四', '己镇每周开五个会请查'],
  ]
  const id = await plan(csvOf(spoilt))
  expect((await page(id)).rows).toMatchObject([
    { outcome: 'waiting', hasOrder: false, isOrderDamaged: true },
    { outcome: 'waiting', hasOrder: false, isOrderDamaged: true },
  ])
  expect(await took(csvOf(spoilt))).toMatchObject({ report: 2 })
})

test('numbers of more digits than a cell of figures holds are not trusted, as text they are', async () => {
  const [first, second] = [20261012000100121n, 20261012000100122n].map(Number)
  const bytes = await writeExcelFile(
    [
      [
        { value: '办件编号', type: String },
        { value: '诉求内容', type: String },
      ],
      [
        { value: first, type: Number },
        { value: '甲村三张表', type: String },
      ],
      [
        { value: second, type: Number },
        { value: '乙村五个会', type: String },
      ],
      [
        { value: 202610120001, type: Number },
        { value: '丙村六个群', type: String },
      ],
      [
        { value: '20261012000100123', type: String },
        { value: '丁村七个App', type: String },
      ],
    ],
    {},
  ).toBuffer()
  const read = await callsInFile(bytes, 'a.xlsx', async () => null)
  if (!('calls' in read)) throw new Error(JSON.stringify(read))
  expect(read.calls.map(({ call }) => [call.order, call.isDamaged])).toEqual([
    [null, true],
    [null, true],
    ['202610120001', false],
    ['20261012000100123', false],
  ])
})

test('numbers of twenty digits in JSON are read digit by digit, and figures within a text stay text', () => {
  const orders = (text: string) => sessionsOf(text).map(({ order }) => order)
  expect(
    orders('[{"orderNo":20261012000100120001,"text":"三张表"},{"orderNo":20261012000100120002,"text":"五个会"}]'),
  ).toEqual(['20261012000100120001', '20261012000100120002'])
  expect(sessionsOf('{"orderNo":7,"text":"一共:20261012000100120001,\\"份"}')).toEqual([
    { order: '7', turns: [{ speaker: null, text: '一共:20261012000100120001,"份' }] },
  ])
})

test('the same number with other words is refused at every door, and its words are kept to be mended', async () => {
  const first = await push(pushed('"GD-77-1"', '甲村每周三张表'))
  expect(first).toMatchObject({ status: 201 })
  expect(await push(pushed('"gd-77-1"', '甲村每周三张表'))).toMatchObject({ status: 200, id: first?.id })
  expect(await push(pushed('"GD-77-1"', '书记要求天天打卡'))).toEqual({
    status: 409,
    outcome: 'refused',
    reason: 'otherWords',
    id: null,
  })
  const file = csvOf([
    ['工单编号', '内容', '事项大类'],
    ['GD-77-1', '甲村每周三张表', '作风建设'],
    ['GD-77-2', '乙村每周五个会', ''],
    ['GD-77-2', '乙村每周五个会', ''],
    ['GD-77-2', '还建了六个群', ''],
    ['GD-77-1', '书记要求天天打卡', ''],
  ])
  const id = await plan(file)
  const seen = [
    { row: 2, outcome: 'duplicate', reason: 'before' },
    { row: 3, outcome: 'waiting' },
    { row: 4, outcome: 'duplicate', reason: 'inFile' },
    { row: 5, outcome: 'refused', reason: 'otherWords' },
    { row: 6, outcome: 'refused', reason: 'otherWords' },
  ]
  expect((await page(id)).rows).toMatchObject(seen)
  expect((await readRefusedCalls(town.house, operator(), id))?.map(({ call }) => [call.order, call.text])).toEqual([
    ['GD-77-2', '还建了六个群'],
    ['GD-77-1', '书记要求天天打卡'],
  ])
  const told: CallOutcome[] = []
  await takeFile(town.house, { name: 'a.csv', bytes: file }, (outcome) => told.push(outcome))
  expect(told.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['duplicate', null],
    ['report', null],
    ['duplicate', null],
    ['refused', 'otherWords'],
    ['refused', 'otherWords'],
  ])
})

test('what came with other words between the look and the word is refused then, and can still be fetched', async () => {
  const id = await plan(
    csvOf([
      ['工单编号', '内容'],
      ['GD-88', '丙村六个群'],
    ]),
  )
  const call = writtenCall({ order: 'GD-88', turns: [{ speaker: null, text: '丁村七个App' }] })
  await takeCall(town.house, { call, source: 'push' })
  await startImport(town.house, operator(), id)
  await town.drain()
  expect(await page(id)).toMatchObject({
    counts: { refused: 1 },
    rows: [{ reason: 'otherWords', begins: '丙村六个群' }],
  })
})

test('a number 0 of a system that has none loses nobody’s words', async () => {
  expect(await push(pushed('0', '甲县每周三张表'))).toMatchObject({ status: 201 })
  expect(await push(pushed('0', '乙县每周五个会'))).toMatchObject({ status: 201 })
  expect(await push(pushed('0', '乙县每周五个会'))).toMatchObject({ status: 200 })
})

test('the same few words about two places are two calls', async () => {
  const file = csvOf([
    ['地点', '内容'],
    ['甲镇东村', '表太多了'],
    ['乙镇西村', '表太多了'],
    ['乙镇西村', '表太多了'],
  ])
  expect(await took(file)).toMatchObject({ report: 2, duplicate: 1 })
})

describe('a table with a row a sentence is read by who spoke', () => {
  const read = async (rows: string[][]) => {
    const got = await callsInFile(csvOf(rows), 'a.csv', async () => null)
    if (!('calls' in got)) throw new Error(JSON.stringify(got))
    return got.calls.map(({ row, call }) => [row, call.order, call.text])
  }
  test('the rows of one number are one call', async () =>
    expect(
      await read([
        ['工单编号', '角色', '内容'],
        ['DHT1', '坐席', '您好请讲'],
        ['DHT1', '市民', '壬镇每周三张表'],
        ['', '市民', '书记还威胁人'],
        ['DHT2', '市民', '六个群'],
      ]),
    ).toEqual([
      [2, 'DHT1', '话务员：您好请讲\n来电人：壬镇每周三张表\n书记还威胁人'],
      [5, 'DHT2', '来电人：六个群'],
    ]))
  test('without a column of numbers the table is one call', async () =>
    expect(
      await read([
        ['序号', '角色', '内容', '时间'],
        ['1', '坐席', '您好', '09:11'],
        ['2', '市民', '三张表', '09:12'],
        ['3', '市民', '五个会', '09:13'],
      ]),
    ).toEqual([[2, null, '话务员：您好\n来电人：三张表\n五个会']]))
  test('but not where the role is only what each caller is', async () =>
    expect(
      await read([
        ['角色', '内容'],
        ['群众', '三张表'],
        ['群众', '五个会'],
      ]),
    ).toEqual([
      [2, null, '来电人：三张表'],
      [3, null, '来电人：五个会'],
    ]))
})
