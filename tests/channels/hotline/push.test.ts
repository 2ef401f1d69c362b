import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import { MOST_PUSHED_BYTES, takePushed } from '#workflows/channels/pushed-call.ts'

const KEY = 'a key of the tests, long enough for all'
let town: Town
beforeAll(async () => {
  town = await aTown({ env: { HOTLINE_PUSH_KEY: KEY } })
})
afterAll(() => town.close())

const body = (order: string, text = '村里天天填表。') =>
  JSON.stringify({ orderNo: order, session: [{ role: 'customer', content: text }] })
function signed(said: string | Buffer, { key = KEY, off = 0 } = {}) {
  const timestamp = String(Math.floor((town.clock.wall().getTime() + off) / SECOND))
  const bytes = Buffer.from(said)
  const signature = `sha256=${createHmac('sha256', key).update(`${timestamp}.`).update(bytes).digest('hex')}`
  return { signature, timestamp, body: bytes }
}
const push = (sent: Parameters<typeof takePushed>[1]) => takePushed(town.house, sent)
const reports = async () => (await town.db.selectFrom('hotline_call').select('report_id').execute()).length

test('a signed call is taken once: sent anew it is known by its order number, sent as it was it is refused', async () => {
  const sent = signed(body('GD1'))
  const first = await push(sent)
  expect(first).toMatchObject({ status: 201, outcome: 'report', reason: null })
  expect(await push(sent)).toEqual({ status: 409, outcome: 'refused', reason: 'replay', id: null })
  expect(await push(signed(body('GD1'), { off: SECOND }))).toEqual({
    status: 200,
    outcome: 'duplicate',
    reason: null,
    id: first?.id,
  })
})

test('what was sent five times at the same moment is taken once', async () => {
  const before = await reports()
  const sent = signed(body('GD2'))
  const answers = await Promise.all(Array.from({ length: 5 }, () => push(sent)))
  expect(answers.map((answer) => answer?.status).toSorted()).toEqual([201, 409, 409, 409, 409])
  expect(await reports()).toBe(before + 1)
})

test.each([
  ['another key', () => signed(body('GD3'), { key: 'another key, which is as long as the first' }), 'signature'],
  ['no signature', () => ({ ...signed(body('GD3')), signature: null }), 'signature'],
  ['half a signature', () => ({ ...signed(body('GD3')), signature: 'sha256=abc' }), 'signature'],
  ['another timestamp', () => ({ ...signed(body('GD3')), timestamp: '1790000000' }), 'signature'],
  ['another body', () => ({ ...signed(body('GD3')), body: Buffer.from(body('GD4')) }), 'signature'],
  ['a timestamp of six minutes ago', () => signed(body('GD3'), { off: -6 * MINUTE }), 'timestamp'],
  ['a timestamp in six minutes', () => signed(body('GD3'), { off: 6 * MINUTE }), 'timestamp'],
  ['no JSON', () => signed('你好'), 'body'],
  ['bytes that are no letters', () => signed(Buffer.from([0x7b, 0xff, 0xfe])), 'body'],
  ['no turns', () => signed(JSON.stringify({ orderNo: 'GD3', session: [] })), 'empty'],
  ['an empty list', () => signed('[]'), 'empty'],
  ['two calls', () => signed(`[${body('GD3')},${body('GD4')}]`), 'oneCall'],
  [
    'a turn whose words are under a name that nobody knows',
    () =>
      signed(
        '{"orderNo":"GD3","session":[{"role":"agent","content":"您好,请讲"},{"role":"customer","ruling":"书记要求每天打卡"}]}',
      ),
    'turn',
  ],
  ['too long a call', () => signed(body('GD3', '表'.repeat(20_001))), 'tooLong'],
  ['too large a body', () => signed('x'.repeat(MOST_PUSHED_BYTES + 1)), 'tooLarge'],
])('with %s nothing is taken, and the answer says why', async (_, sent, reason) => {
  const before = await reports()
  expect(await push(sent())).toMatchObject({ outcome: 'refused', reason, id: null })
  expect(await reports()).toBe(before)
})

test('what could not be stored is not held against whoever sends it again', async () => {
  const sent = signed(body('GD5'))
  const house = { ...town.house, keys: { ...town.keys, receipt: null as never } }
  await expect(takePushed(house, sent)).rejects.toThrow()
  expect(await push(sent)).toMatchObject({ status: 201 })
})

test('the timestamp may be in milliseconds or as ISO 8601 writes it', async () => {
  const at = town.clock.wall()
  for (const timestamp of [String(at.getTime()), at.toISOString()]) {
    const bytes = Buffer.from(body(`GD ${timestamp}`))
    const signature = `sha256=${createHmac('sha256', KEY).update(`${timestamp}.`).update(bytes).digest('hex')}`
    expect(await push({ signature, timestamp, body: bytes })).toMatchObject({ status: 201 })
  }
})

test('without a key there is no such door', async () => {
  const house = { ...town.house, settings: { ...town.house.settings, hotlinePushKey: null } }
  expect(await takePushed(house, signed(body('GD6')))).toBeNull()
})
