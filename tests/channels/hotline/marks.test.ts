import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { everyTable, found } from '#tests/at-rest/everywhere.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { planCalls, startImport } from '#workflows/channels/call-import.ts'
import { takePushed } from '#workflows/channels/pushed-call.ts'
import { takeKeyedCall } from '#workflows/channels/switchboard.ts'
import { SECOND } from '#workflows/clock.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { readImport } from '#workflows/reading/call-import.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { csvOf, EXPORT, exported } from './files.ts'

const KEY = 'a key of the tests, long enough for all'
const NUMBERS = [
  '13911112222',
  '１３９３３３３４４４４',
  '一三九五五五五六六六六',
  '幺三九，七七七七，八八八八',
  '0555-7654321',
]
const AGENTS = ['工号8731', '8731号话务员']
const ORDERS = ['DHMARK20261012', 'PUSHMARK20261012']
const MARKS = [...NUMBERS, ...AGENTS, ...ORDERS, '欧阳某某', '5558731']
const SAID = `坐席(8731)：${AGENTS[0]}为您服务，${AGENTS[1]}。市民：我是欧阳某某，${NUMBERS.join('、或者')}都行，村里每周填三张表。`
const spoken = (order: string, said = SAID) => ({ order, text: said, caller: '欧阳某某', phone: '5558731' })

let town: Town
let owner: Database
let imported: string
beforeAll(async () => {
  town = await aTown({ env: { HOTLINE_PUSH_KEY: KEY } })
  owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
  const { house } = town
  // of those who call at the switchboard nobody knows more than they say
  const said = SAID.replace('我是欧阳某某，', '')
  const keyed = { text: said, kind: '', place: NUMBERS[0] ?? '', unit: AGENTS[0] ?? '', receipt: '', noDispatch: '' }
  const taken = await takeKeyedCall(house, issueSubmission(town.keys, town.clock.wall()), keyed, () => true)
  expect(taken.kind).toBe('report')
  const rows = [
    EXPORT,
    exported(1, spoken(ORDERS[0] ?? '')),
    exported(2, { ...spoken('DHMARK-EMPTY'), title: '', text: '' }),
  ]
  const planned = await planCalls(house, town.officer('aixia'), { name: '欧阳某某13911112222.csv', bytes: csvOf(rows) })
  if (planned.kind !== 'planned') throw new Error(planned.kind)
  imported = planned.id
  await startImport(house, town.officer('aixia'), imported)
  const body = Buffer.from(
    JSON.stringify({
      orderNo: ORDERS[1],
      callerNumber: '5558731',
      caller: '欧阳某某',
      text: `${SAID}（${ORDERS[1]}）`,
    }),
  )
  const timestamp = String(Math.floor(town.clock.wall().getTime() / SECOND))
  const signature = `sha256=${createHmac('sha256', KEY).update(`${timestamp}.`).update(body).digest('hex')}`
  expect(await takePushed(house, { signature, timestamp, body })).toMatchObject({ status: 201 })
  await town.drain()
})
afterAll(async () => {
  await disconnect(owner)
  await town.close()
})

const shapes = new Map(MARKS.map((mark) => [mark, Buffer.from(mark)]))

test('who called, from where, who answered and under which number is in no table, whatever door the call came by', async () => {
  expect(await town.db.selectFrom('hotline_call').select('source').orderBy('source').execute()).toEqual([
    { source: 'import' },
    { source: 'push' },
    { source: 'switchboard' },
  ])
  expect(found(shapes, await everyTable(owner))).toEqual([])
})

test('nor on the page of the case, where the words that were said are', async () => {
  for (const { id } of await town.db.selectFrom('case_file').select('id').execute()) {
    const page = await readCasePage(town.house, town.officer('hewen'), id)
    const drawn = JSON.stringify(page)
    expect(drawn).toContain('村里每周填三张表')
    expect([...MARKS, '8731'].filter((mark) => drawn.includes(mark))).toEqual([])
  }
})

test('nor on the page of the import, before and after it was taken', async () => {
  const rows = [EXPORT, exported(3, spoken('DHMARK-LATER', `${SAID}还有一件。`))]
  const planned = await planCalls(town.house, town.officer('aixia'), { name: 'a.csv', bytes: csvOf(rows) })
  if (planned.kind !== 'planned') throw new Error(planned.kind)
  for (const id of [imported, planned.id]) {
    const drawn = JSON.stringify(await readImport(town.house, town.officer('aixia'), id, { after: 0 }))
    expect([...MARKS, '8731', 'DHMARK'].filter((mark) => drawn.includes(mark))).toEqual([])
  }
})

test('a mark that is kept in clear is found at once', async () => {
  await town.db.updateTable('hotline_import_row').set({ reason: ORDERS[0] }).where('import_id', '=', imported).execute()
  expect(found(shapes, await everyTable(owner))).toEqual([`${ORDERS[0]} in public.hotline_import_row`])
})
