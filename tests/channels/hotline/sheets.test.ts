import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'

type Rows = readonly (readonly string[])[]
const HEAD = ['工单编号', '内容']
const workbook = (sheets: Record<string, Rows>): Promise<Buffer> =>
  writeExcelFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map((value) => ({ value, type: String }))),
    })),
  ).toBuffer()
const read = async (sheets: Record<string, Rows>) => callsInFile(await workbook(sheets), 'a.xlsx', async () => null)

test('sheets under the same headings are read one after the other', async () => {
  const got = await read({
    一月: [HEAD, ['DH1', '三张表']],
    说明: [],
    二月: [HEAD, ['DH2', '五个会'], ['DH3', '六个群']],
  })
  if (!('calls' in got)) throw new Error(JSON.stringify(got))
  expect(got.calls.map(({ row, call }) => [row, call.order, call.text])).toEqual([
    [2, 'DH1', '三张表'],
    [3, 'DH2', '五个会'],
    [4, 'DH3', '六个群'],
  ])
})

test('an empty sheet before the calls is passed over', async () => {
  expect(await read({ Sheet1: [], 导出: [HEAD, ['DH1', '三张表']] })).toMatchObject({
    calls: [{ row: 2, call: { order: 'DH1' } }],
  })
})

test('sheets under other headings are not read by halves', async () => {
  expect(
    await read({
      通话: [HEAD, ['DH1', '三张表']],
      附表: [
        ['编号', '转写'],
        ['DH1', '书记要求每天打卡'],
      ],
    }),
  ).toEqual({
    problem: 'severalSheets',
  })
})
