import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { linesOf } from '#workflows/imports/columns.ts'
import { readTable } from '#workflows/imports/read-table.ts'

const HEAD = ['工单编号', '诉求人', '联系电话', '诉求内容', '受理时间']
const ROWS = [
  ['20261103000021', '鲁小满', '13700001111', '乡里一周催四次台账。', '2026-11-03 10:02'],
  ['20261103000022', '尹桂枝', '13700002222', '半夜还在群里要照片。', '2026-11-03 10:20'],
  ['20261103000023', '倪有田', '13700003333', '一个月十五个会。', '2026-11-03 10:31'],
]
const read = (file: Buffer | string, name = 'a.csv') => callsInFile(Buffer.from(file), name, async () => null)
const calls = async (file: Buffer | string, name?: string) => {
  const got = await read(file, name)
  if (!('calls' in got)) throw new Error(JSON.stringify(got))
  return got.calls.map(({ call }) => [call.order, call.text, call.day])
}
const EXPECTED = ROWS.map(([order, , , text]) => [order, text, '2026-11-03'])
const lines = (cell: (text: string) => string, delimiter: string, end = '\n') =>
  [HEAD, ...ROWS].map((row) => row.map(cell).join(delimiter)).join(end)
const same = (text: string) => text
const markup = (tag: string, cell: string, inner = same) =>
  [HEAD, ...ROWS]
    .map((row) => `<${tag}>${row.map((text) => `<${cell}>${inner(text)}</${cell}>`).join('')}</${tag}>`)
    .join('')

describe('a table of calls is read the same, however it was saved', () => {
  test.each([
    [
      'a page with a table',
      `<html><head><style>td{color:red}</style></head><table border=1>${markup('tr', 'td')}</table></html>`,
    ],
    ['a page with headings', `\n<TABLE>${markup('TR', 'TH')}</TABLE>`],
    [
      'a workbook in XML',
      `<?xml version="1.0"?><Workbook xmlns:ss="urn:x"><Worksheet ss:Name="a"><Table>${markup('Row', 'Cell', (text) => `<Data ss:Type="String">${text}</Data>`)}</Table></Worksheet></Workbook>`,
    ],
    ['semicolons', `\uFEFF${lines(same, ';')}`],
    ['tabs under a title', `某市热线工单导出\n${lines(same, '\t')}`],
    ['commas padded with tabs', lines((text) => `${text}\t`, ',')],
    ['cells that a spreadsheet shall not reckon', lines((text) => `="${text}"`, ',')],
    ['cells with an apostrophe before them', lines((text) => `'${text}`, ',')],
    ['lines that end with a carriage return', lines(same, ',', '\r')],
    [
      'lines that end in three ways',
      [HEAD, ...ROWS].map((row, at) => row.join(',') + ['\n', '\r\n', '\r', ''][at]).join(''),
    ],
    [
      'times without marks',
      lines((text) => text.replace(/^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/, '$1$2$3$4$500'), ','),
    ],
    [
      'the headings and the title on every page',
      `导出表,,,,\n${lines(same, ',').replace('\n20261103000023', `\n导出表,,,,\n${HEAD.join(',')}\n20261103000023`)}\n合计,3,,,\n`,
    ],
  ])('%s', async (_, file) => expect(await calls(file, 'a.xls.csv')).toEqual(EXPECTED))

  test('quotation marks within a cell', async () => {
    const said = '所长说"明早八点前必须交"，一个表交三遍。'
    expect(await calls(`工单编号,诉求内容\nAB1,${said}\nAB2,五个会\n`)).toEqual([
      ['AB1', said, null],
      ['AB2', '五个会', null],
    ])
  })

  test('a hidden sheet holds lists to choose from and is passed over', async () => {
    const sheet = (name: string, rows: string[][]) => ({
      sheet: name,
      data: rows.map((row) => row.map((value) => ({ value, type: String }))),
    })
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate')
    const files = unzipSync(
      await writeExcelFile([sheet('导出', [HEAD, ...ROWS]), sheet('选项', [['甲区'], ['乙区']])]).toBuffer(),
    )
    const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())
    files['xl/workbook.xml'] = strToU8(book.replace('name="选项"', 'name="选项" state="hidden"'))
    expect(await calls(Buffer.from(zipSync(files)), 'a.xlsx')).toEqual(EXPECTED)
  })

  test('marks within a cell make no page of a table', async () => {
    expect(await calls('工单编号,诉求内容\nAB12345,<p>五个会</p>\n')).toEqual([['AB12345', '<p>五个会</p>', null]])
  })

  test('the headings of a message board', async () => {
    expect(
      await calls('留言主题,留言详情,留言时间,留言人\n填表,鲁小满说一周四次台账,2026/11/3 08:00:00,鲁小满'),
    ).toEqual([[null, '填表\n来电人说一周四次台账', '2026-11-03']])
  })
})

test('what stands in one cell over several rows stands in each, and who called is left out of all of them', async () => {
  const [number, caller] = [
    { value: 'AB12345', type: String, rowSpan: 2 },
    { value: '鲁小满', type: String, rowSpan: 2 },
  ]
  const text = (value: string) => ({ value, type: String })
  const file = await writeExcelFile([
    ['工单编号', '诉求人', '诉求内容'].map(text),
    [number, caller, text('一周四次台账')],
    [null, null, text('鲁小满还要打卡')],
    [text('AB12346'), text('尹桂枝'), text('五个会')],
  ]).toBuffer()
  expect(await calls(file, 'a.xlsx')).toEqual([
    ['AB12345', '一周四次台账\n来电人还要打卡', null],
    ['AB12346', '五个会', null],
  ])
})

test.each([
  ['a page without a table', '<html><body><p>鲁小满 13700001111 一周四次台账</p></body></html>', 'a.txt', 'markup'],
  ['a piece of a page', '记录如下\n<div class="a">鲁小满</div><br>一周四次台账', 'a.txt', 'markup'],
  ['an archive of a page', 'MIME-Version: 1.0\nContent-Type: text/html\n\n<table>', 'a.xls', 'markup'],
  ['a text with a look of its own', '{\\rtf1\\ansi 台账}', 'a.txt', 'markup'],
  ['JSON in fields that nobody knows', '{"oddlist":[{"oddwords":"一周四次台账"}]}', 'a.json', 'jsonForm'],
  [
    'a row that an end of line parts',
    '工单编号,诉求人,诉求内容\r\nAB1,鲁小满,一周\n四次台账\r\nAB2,尹桂枝,五个会\r\n',
    'a.csv',
    'twoWays',
  ],
  [
    'a quotation mark that takes in rows',
    '工单编号,诉求人,诉求内容,受理时间\nAB1,甲,"四次台账,2026\nAB2,乙,五个会,2026\nAB3,丙,照片",2026\n',
    'a.csv',
    'twoWays',
  ],
])('%s is refused by name', async (_, file, name, problem) => {
  expect(await read(file, name)).toEqual({ problem })
})

test('a call of which a comma has parted the words is refused, and the others are taken', async () => {
  const got = await read('工单编号,诉求内容\nAB1,一周四次台账,还要照片\nAB2,五个会\n')
  expect('calls' in got && got.calls.map(({ row, problem }) => [row, problem])).toEqual([
    [2, 'turn'],
    [3, null],
  ])
})

describe('as many rows come out of a table, taken or refused, as went in', () => {
  const cell = fc.constantFrom(
    '一周四次台账',
    '他说"必须报"',
    '五个会；六个群',
    "it's",
    '甲,乙',
    '第一行\n第二行',
    '',
    ' ',
  )
  const ends = fc.infiniteStream(fc.constantFrom('\n', '\r\n', '\r'))
  const quoted = (text: string) => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const tables = fc.tuple(fc.array(cell, { minLength: 1, maxLength: 12 }), ends)

  test('calls', () =>
    fc.assert(
      fc.asyncProperty(tables, async ([texts, end]) => {
        const rows = [HEAD, ...texts.map((text, at) => [`AB-${at}`, '', '', text, '2026-11-03'])]
        const file = rows.map((row) => row.map(quoted).join(',') + end.next().value).join('')
        const got = await read(file)
        expect('calls' in got && got.calls.map(({ call }) => call.order)).toEqual(texts.map((_, at) => `AB-${at}`))
      }),
    ))

  test.each([
    ['units', ['编码', '名称', '性质', '层级', '上级编码（块）', '上级编码（条）']],
    ['people', ['账号', '姓名', '单位编码', '岗位']],
  ] as const)('%s', (subject, head) =>
    fc.assert(
      fc.asyncProperty(tables, async ([texts, end]) => {
        const rows = [head, ...texts.map((text, at) => [`c${at}`, text, ...head.slice(2)])]
        const file = rows.map((row) => row.map(quoted).join(',') + end.next().value).join('')
        const table = await readTable(Buffer.from(file))
        const read = 'rows' in table ? linesOf(table.rows, subject) : table
        expect('lines' in read && read.lines.length).toBe(texts.length)
      }),
    ),
  )
})

test('a comma in the words of a unit moves nothing into other columns unsaid', async () => {
  const file = '编码,名称,性质,层级\n1,甲,乙镇政府,党委政府,乡级\n'
  expect(await readTable(Buffer.from(file))).toEqual({ problem: 'twoWays' })
})
