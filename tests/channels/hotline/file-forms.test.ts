import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { readCallsApart } from '#workflows/channels/hotline/calls-apart.ts'
import { openParsers, PARSER_LIMITS } from '#workflows/parsers/parse-apart.ts'
import { csvOf, EXPORT, exported, xlsxOf } from './files.ts'

const nobody = async () => null
const read = (bytes: Buffer | string, name = 'calls.txt') => callsInFile(Buffer.from(bytes), name, nobody)
const rows = [EXPORT, exported(1), exported(2, { text: '坐席：请讲。市民：群里半夜派活。' })]
const FIRST = '事项类别：作风建设／形式主义\n反映重复填表\n市民来电反映，望川县石埠乡第1村每周要填三张内容相同的表。'

describe('the export in 18 columns gives a call a row', () => {
  test.each([
    ['CSV in UTF-8', () => csvOf(rows)],
    ['CSV with a byte order mark', () => Buffer.concat([Buffer.from('\uFEFF'), csvOf(rows)])],
    ['XLSX', () => xlsxOf(rows)],
    ['XLSX under a title in a merged cell', () => xlsxOf(rows, { title: '市民热线办件导出表' })],
  ])('%s', async (_, file) => {
    const got = await read(await file(), 'export.csv')
    if (!('calls' in got)) throw new Error(JSON.stringify(got))
    expect(got.calls.map(({ problem }) => problem)).toEqual([null, null])
    expect(got.calls[0]?.call).toMatchObject({ text: FIRST, order: 'DH20261012000001', day: '2026-10-09' })
    expect(got.calls[1]?.call.text).toContain('话务员：请讲。\n来电人：群里半夜派活。')
    expect(JSON.stringify(got.calls)).not.toMatch(/王小明|13812345678|SJ7000001|李话务/)
  })
})

test('GBK bytes under the name of UTF-8 are read as what they are', async () => {
  // 内容\n每周填表 in GBK
  const gbk = Buffer.from('c4daccdd'.replace('ccdd', 'c8dd') + '0d0ac3bfd6dccceeb1edd0a1', 'hex')
  const got = await read(gbk, 'utf-8.csv')
  expect(got).toMatchObject({ calls: [{ row: 2, problem: null }] })
})

test('rows keep the numbers that they have in the file, blank ones between them too', async () => {
  const got = await read(csvOf([EXPORT, exported(1), EXPORT.map(() => ''), exported(3)]), 'a.csv')
  expect('calls' in got && got.calls.map(({ row }) => row)).toEqual([2, 4])
})

test('a formula gives what it last said and is never reckoned, a merged cell is one cell', async () => {
  const bytes = await writeExcelFile(
    [
      [
        { value: '办件编号', type: String },
        { value: '诉求内容', type: String },
      ],
      [
        { value: 'DH1', type: String, rowSpan: 2 },
        { value: '=HYPERLINK("http://elsewhere.invalid")', type: 'Formula' },
      ],
      [null, { value: '=cmd|calc', type: String }],
    ],
    {},
  ).toBuffer()
  const got = await read(bytes, 'a.xlsx')
  if (!('calls' in got)) throw new Error(JSON.stringify(got))
  expect(got.calls.map(({ row, call, problem }) => [row, call.order, call.text, problem])).toEqual([
    // its number stands in one cell over both rows: they are one call
    [2, 'DH1', '=cmd|calc', null],
  ])
})

test.each([
  ['nothing', '', 'a.csv', 'empty'],
  ['a VTT without cues', 'WEBVTT\n\nNOTE 主叫 13800000000\n', 'a.vtt', 'noCalls'],
  ['JSON that is cut off', '{"session":[{"role":"agent"', 'a.json', 'json'],
  ['JSON of nothing', '[]', 'a.json', 'noCalls'],
  ['headings and no row', '办件编号,诉求内容', 'a.csv', 'noCalls'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.csv', 'notATable'],
  ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls', 'oldExcel'],
  ['a ZIP that is no workbook', Buffer.from(zipSync({ 'a.txt': new Uint8Array(9) })), 'a.xlsx', 'notATable'],
  ['200 000 rows', `诉求内容\n${'每周填表\n'.repeat(200_000)}`, 'a.csv', 'tooManyRows'],
  ['11 MB', Buffer.alloc(11 * 1024 * 1024, '表'), 'a.txt', 'tooLarge'],
])('%s has a clear answer', async (_, bytes, name, problem) => {
  const got = await read(bytes, name)
  expect(got).toEqual({ problem })
})

test('a table whose headings say nothing known asks what they mean', async () => {
  expect(await read('编码,描述详情\n1,每周填表', 'a.csv')).toEqual({ unknown: ['编码', '描述详情'] })
  const told = await callsInFile(Buffer.from('编码,描述详情\nAB-1,每周填表'), 'a.csv', async () => ['order', 'text'])
  expect(told).toMatchObject({ calls: [{ call: { order: 'AB-1', text: '每周填表' } }] })
})

test('a transcript as plain text, SRT, VTT and JSON is one call, a JSON of several is several', async () => {
  const said = '话务员：请讲。\n来电人：每周填三张表。'
  const cues =
    '1\n00:00:01,000 --> 00:00:02,000\n坐席：请讲。\n\n2\n00:00:03,000 --> 00:00:04,000\n市民：每周填三张表。'
  const session = [
    { role: 'agent', content: '请讲。' },
    { role: 'customer', content: '每周填三张表。' },
  ]
  for (const file of [
    '坐席：请讲。\n市民：每周填三张表。',
    cues,
    `WEBVTT\n\n${cues.replaceAll(',', '.')}`,
    JSON.stringify({ session }),
    JSON.stringify(session),
  ]) {
    const got = await read(file)
    expect('calls' in got && got.calls.map(({ row, call }) => [row, call.text])).toEqual([[1, said]])
  }
  const several = await read(
    JSON.stringify([{ 办件编号: 'DH1', 地点: '石埠乡', 诉求人: '王小明', session }, { session: [] }]),
  )
  expect(several).toMatchObject({
    calls: [
      { row: 1, call: { order: 'DH1', place: '石埠乡', text: said }, problem: null },
      { row: 2, problem: 'empty' },
    ],
  })
})

test('a short id counts the calls of one file and is no number to know one by', async () => {
  const got = await read(
    JSON.stringify([
      { id: 1, text: '市民：每周填表' },
      { id: 'CALL-20261012-1', text: '市民：天天打卡' },
    ]),
  )
  expect('calls' in got && got.calls.map(({ call }) => call.order)).toEqual([null, 'CALL-20261012-1'])
})

test('what a file does to its reader it does to nothing else', async () => {
  const long = `诉求内容\n${'每周填表'.repeat(800_000)}`
  const parsers = openParsers({ ...PARSER_LIMITS, seconds: { ...PARSER_LIMITS.seconds, calls: 0.01 } })
  expect(await readCallsApart(Buffer.from(long), 'a.csv', nobody, { parsers })).toEqual({ problem: 'tooMuch' })
  parsers.close()
  expect(await readCallsApart(csvOf(rows), 'a.csv', nobody)).toMatchObject({ calls: [{ row: 2 }, { row: 3 }] })
  expect(await readCallsApart(Buffer.from('甲,乙\n1,2'), 'a.csv', async () => ['order', 'text'])).toMatchObject({
    calls: [{ call: { order: '1', text: '2' } }],
  })
})
