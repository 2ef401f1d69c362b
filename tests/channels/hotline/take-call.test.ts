import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import type { SpokenCall } from '#workflows/channels/hotline/call.ts'
import { turnsOfText } from '#workflows/channels/hotline/turns-of-text.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'
import { type IncomingCall, takeCall } from '#workflows/channels/take-call.ts'
import { cellsOf } from '#workflows/reading/cells.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const SAID = '坐席：您好。市民：望川县石埠乡每周要填三张一样的表。'
const spoken = (more: Partial<SpokenCall> = {}) => writtenCall({ turns: turnsOfText(SAID), ...more })
const take = (more: Partial<IncomingCall> = {}) =>
  takeCall(town.house, { call: spoken({ order: randomUUID() }), source: 'push', ...more })
const counted = async () => {
  const count = async (table: 'report' | 'case_file' | 'hotline_call' | 'data_key' | 'journal') =>
    Number(
      (
        await town.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  return [await count('report'), await count('case_file'), await count('hotline_call'), await count('journal')]
}

test('a call becomes a report by telephone, its order number sealed under the key of its case', async () => {
  const taken = await take({
    call: spoken({ order: 'GD-2026-000001', place: '石埠乡', kind: 'B31', day: '2026-10-09' }),
  })
  if (taken.outcome !== 'report') throw new Error(taken.outcome)
  const report = await town.db.selectFrom('report').selectAll().where('id', '=', taken.id).executeTakeFirstOrThrow()
  const row = await town.db
    .selectFrom('hotline_call')
    .selectAll()
    .where('report_id', '=', taken.id)
    .executeTakeFirstOrThrow()
  const { open } = (await cellsOf(town.db, town.keys, [report.case_id]))(report.case_id)
  expect(report.channel).toBe('hotline')
  expect(open('report', 'body', report.id, report.body)).toBe(
    '话务员：您好。\n来电人：望川县石埠乡每周要填三张一样的表。',
  )
  expect(report.place && open('report', 'place', report.id, report.place)).toBe('石埠乡')
  expect(row.order_number && open('hotline_call', 'order_number', report.id, row.order_number)).toBe('GD-2026-000001')
  expect(row).toMatchObject({ source: 'push', kind: 'B31', received_on: '2026-10-09', answered_on: null })
})

test('the same order number with the same words is the same call, however both are written', async () => {
  const first = await take({ call: spoken({ order: 'gd 2026 000002' }) })
  const laid = SAID.replace('市民：', '\n市民： ')
  const again = await take({ call: writtenCall({ order: 'ＧＤ2026000002', turns: turnsOfText(laid) }) })
  expect(again).toEqual({ outcome: 'duplicate', id: 'id' in first ? first.id : '' })
})

test('the same order number with other words is refused, and nothing of what is there is changed', async () => {
  await take({ call: spoken({ order: 'GD-2026-000003', kind: '作风建设' }) })
  const before = await counted()
  const other = { order: 'GD-2026-000003', turns: turnsOfText('市民：别的话') }
  expect(await take({ call: writtenCall(other) })).toEqual({ outcome: 'refused', reason: 'otherWords' })
  expect(await take({ call: spoken({ order: 'GD-2026-000003', place: '石埠乡' }) })).toMatchObject({
    outcome: 'refused',
  })
  // what the sender files it under is changed over there
  expect(await take({ call: spoken({ order: 'GD-2026-000003', kind: '民政' }) })).toMatchObject({
    outcome: 'duplicate',
  })
  expect(await counted()).toEqual(before)
})

test('without an order number the same words are the same call, whatever names the speakers had', async () => {
  const turns = (text: string) => ({ call: writtenCall({ turns: turnsOfText(text) }) })
  const first = await take(turns('坐席：请讲。市民：天天打卡。'))
  const again = await take(turns('话务员：请讲。\n来电人：天天打卡。'))
  expect(again).toEqual({ outcome: 'duplicate', id: 'id' in first ? first.id : '' })
  expect((await take(turns('坐席：请讲。市民：天天截图。'))).outcome).toBe('report')
})

test('two callers who say the same at the switchboard are two reports, and one form sent twice is one', async () => {
  const one = { source: 'switchboard' as const, call: spoken(), submission: randomBytes(16) }
  const first = await take(one)
  const twice = await take(one)
  const other = await take({ ...one, submission: randomBytes(16) })
  expect([first, twice, other].map(({ outcome }) => outcome)).toEqual(['report', 'report', 'report'])
  const codes = [first, twice, other].map((taken) => ('code' in taken ? taken.code : null))
  expect(codes[0]).toMatch(/^\d{20}$/)
  expect(codes[1]).toBe(codes[0])
  expect(codes[2]).not.toBe(codes[0])
})

test('a row of an import that is taken twice is one report', async () => {
  const row = { source: 'import' as const, id: randomUUID(), call: spoken({ order: 'GD-ROW' }) }
  const before = await counted()
  expect(await take(row)).toMatchObject({ outcome: 'report', id: row.id, again: false })
  expect(await take(row)).toMatchObject({ outcome: 'report', id: row.id, again: true })
  expect(await take({ ...row, id: randomUUID() })).toEqual({ outcome: 'duplicate', id: row.id })
  expect(await counted()).toEqual([1, 1, 1, 1].map((more, at) => (before[at] ?? 0) + more))
})

test('ten deliveries of one call at the same moment are one report', async () => {
  const before = await counted()
  const call = spoken({ order: 'GD-AT-ONCE' })
  const taken = await Promise.all(Array.from({ length: 10 }, () => take({ call })))
  expect(taken.filter(({ outcome }) => outcome === 'report')).toHaveLength(1)
  expect(taken.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(9)
  expect(await counted()).toEqual([1, 1, 1, 1].map((more, at) => (before[at] ?? 0) + more))
})

test('an empty call and one that is too long leave nothing behind', async () => {
  const before = await counted()
  expect(await take({ call: writtenCall({ turns: [] }) })).toEqual({ outcome: 'refused', reason: 'empty' })
  const long = writtenCall({ turns: [{ speaker: 'caller', text: '表'.repeat(20_001) }] })
  expect(await take({ call: long })).toEqual({ outcome: 'refused', reason: 'tooLong' })
  expect(await counted()).toEqual(before)
})

test('a kind that there is not is left to the clerk, and a day still to come is today', async () => {
  const taken = await take({ call: spoken({ order: 'GD-KIND', kind: 'X99', day: '2099-01-01' }) })
  const row = await town.db
    .selectFrom('hotline_call')
    .select(['kind', 'received_on'])
    .where('report_id', '=', 'id' in taken ? taken.id : '')
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ kind: null, received_on: '2026-10-12' })
})
