import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { planCalls } from '#workflows/channels/call-import.ts'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { readImport } from '#workflows/reading/call-import.ts'
import { csvOf } from './files.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())
const operator = () => town.officer('aixia')

test.each([
  ['诉求描述', ['工单编号', '姓名', '手机号码', '标题', '诉求描述']],
  ['来电内容', ['工单号', '来电人姓名', '来电人电话', '主题', '来电内容']],
  ['反映内容', ['工单编号', '反映人', '联系方式', '标题', '反映内容']],
  ['投诉内容', ['受理编号', '投诉人', '联系电话', '投诉主题', '投诉内容']],
  ['诉求详情', ['工单编号', '市民姓名', '市民电话', '诉求标题', '诉求详情']],
  ['事件描述', ['事件编号', '来电者', '手机号', '事件标题', '事件描述']],
])('the column with the complaint is known under the name %s, and who called is left out', async (_, headings) => {
  const row = ['DHC00001', '王小明', '13812345678', '填表', '白石镇每周三张表，王小明说书记要求每天打卡']
  const got = await callsInFile(csvOf([headings, row]), 'a.csv', async () => null)
  if (!('calls' in got)) throw new Error(JSON.stringify(got))
  expect(got.calls[0]?.call.text).toMatch(/^填表\n白石镇每周三张表，.*说书记要求每天打卡$/)
  expect(JSON.stringify(got)).not.toMatch(/王小明|138/)
})

test('a table of titles with columns that nobody knows asks which of them is the complaint', async () => {
  const table = (heading: string) =>
    csvOf([
      ['工单编号', '标题', heading],
      ['DH1', '填表', '书记要求每天打卡'],
    ])
  const read = (heading: string) => callsInFile(table(heading), 'a.csv', async () => null)
  expect(await read('具体事由')).toEqual({ unknown: ['工单编号', '标题', '具体事由'] })
  const asked = await planCalls(town.house, operator(), { name: 'a.csv', bytes: table('具体事由') })
  expect(asked).toEqual({ kind: 'unknown', headings: ['工单编号', '标题', '具体事由'] })
})

test('the look at a file says which columns of it are not kept, and they can be said anew', async () => {
  const bytes = csvOf([
    ['工单编号', '内容', '办件状态', '备注说明', ''],
    ['DH1', '每周三张表', '办结', '书记还要求每天打卡', ''],
  ])
  const planned = await planCalls(town.house, operator(), { name: 'a.csv', bytes })
  if (planned.kind !== 'planned') throw new Error(planned.kind)
  const page = await readImport(town.house, operator(), planned.id, { after: 0 })
  expect(page?.unkept).toEqual(['办件状态', '备注说明'])
  const asked = await planCalls(town.house, operator(), { name: 'a.csv', bytes }, { isAsked: true })
  expect(asked).toEqual({ kind: 'unknown', headings: ['工单编号', '内容', '办件状态', '备注说明', ''] })
})
