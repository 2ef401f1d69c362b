import { describe, expect, test } from 'vitest'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { sessionsOf } from '#workflows/channels/hotline/sessions.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'

const written = (said: unknown) => sessionsOf(JSON.stringify(said)).map(writtenCall)
const texts = (said: unknown) => written(said).map(({ problem, text }) => problem ?? text)
const GREETING = { role: 'agent', content: '您好,请讲' }

describe('what a caller said is read whatever its field is called, or nothing of the call is taken', () => {
  test.each<[string, unknown]>([
    ['msg', { session: [GREETING, { role: 'customer', msg: '推六\n五个会' }] }],
    ['a list of words', { session: [GREETING, { role: 'customer', content: ['推六', '五个会'] }] }],
    [
      'a list of objects',
      { session: [GREETING, { role: 'customer', content: [{ text: '推六' }, { text: '五个会' }] }] },
    ],
    ['an object', { session: [GREETING, { role: 'customer', content: { text: '推六\n五个会' } }] }],
    ['lines', { session: ['坐席：您好,请讲', '市民：推六', '市民：五个会'] }],
    ['one text', { session: '坐席：您好,请讲\n市民：推六\n五个会' }],
    [
      'turns with ids',
      {
        turns: [
          { id: 'turn-0001', ...GREETING },
          { id: 'turn-0002', role: 'customer', text: '推六\n五个会' },
        ],
      },
    ],
    [
      'a list within a result',
      { code: 0, message: 'success', result: { sentences: [GREETING, { role: 'customer', text: '推六\n五个会' }] } },
    ],
    ['a list under data', { data: [GREETING, { role: 'customer', text: '推六\n五个会' }] }],
    [
      'an empty list before the full one',
      { session: [], messages: [GREETING, { role: 'customer', text: '推六\n五个会' }] },
    ],
  ])('%s', (_, said) => expect(texts(said)).toEqual(['话务员：您好,请讲\n来电人：推六\n五个会']))

  test.each<[string, unknown]>([
    ['a field that nobody knows', { session: [GREETING, { role: 'customer', ruling: '书记要求每天打卡' }] }],
    ['the same without a list around it', [GREETING, { role: 'customer', ruling: '书记要求每天打卡' }]],
    ['turns within a turn', { session: [GREETING, { role: 'customer', parts: [{ ruling: '书记要求每天打卡' }] }] }],
    ['a turn that is no word', { session: [GREETING, { role: 'customer', content: true }] }],
    ['a list within the list', { session: [GREETING, ['书记要求每天打卡']] }],
  ])('refused: %s', (_, said) => expect(texts(said)).toEqual(['turn']))

  test('a turn in which nothing was said is no reason to refuse the others', () =>
    expect(
      texts({
        session: [
          GREETING,
          { role: 'customer', content: '' },
          { role: 'x', content: null },
          { role: 'agent', begin: 17, at: '09:11:12' },
        ],
      }),
    ).toEqual(['话务员：您好,请讲']))
})

describe('what stands beside the dialogue is kept before it', () => {
  test.each<[string, Record<string, unknown>]>([
    ['title and content', { title: '表多', content: '每周三张表' }],
    ['诉求主题 and 诉求内容', { 诉求主题: '表多', 诉求内容: '每周三张表' }],
    ['text', { text: '表多\n每周三张表' }],
    ['desc', { title: '表多', desc: '每周三张表' }],
  ])('%s', (_, beside) =>
    expect(texts({ ...beside, session: [GREETING] })).toEqual(['表多\n每周三张表\n话务员：您好,请讲']),
  )
  test('but not a second time', () =>
    expect(
      texts({ text: '您好，请讲。每周三张表。', sentences: [GREETING, { role: 'customer', text: '每周三张表' }] }),
    ).toEqual(['话务员：您好,请讲\n来电人：每周三张表']))
  test('and stays where there is no dialogue at all', () =>
    expect(texts({ session: [], text: '每周三张表' })).toEqual(['每周三张表']))
})

test('the number of a call is found beside its dialogue, in what is wrapped around it and on each of its turns', () => {
  const orders = (said: unknown) => written(said).map(({ order, text }) => [order, text])
  expect(orders({ callInfo: { orderNo: 'DH1' }, data: { session: [GREETING] } })).toEqual([
    ['DH1', '话务员：您好,请讲'],
  ])
  expect(
    orders([
      { orderNo: 'DH1', ...GREETING },
      { orderNo: 'DH1', role: 'customer', content: '三张表' },
      { orderNo: 'DH2', role: 'customer', content: '五个会' },
    ]),
  ).toEqual([
    ['DH1', '话务员：您好,请讲\n来电人：三张表'],
    ['DH2', '来电人：五个会'],
  ])
})

test('the name of a caller beside a number makes a call and no turn', () =>
  expect(
    written([
      { orderNo: 'DH1', name: '王小明', channel: '电话', 地点: '甲镇', content: '三张表' },
      { orderNo: 'DH2', name: '李四', channel: '电话', 地点: '乙镇', content: '五个会' },
    ]),
  ).toMatchObject([
    { order: 'DH1', place: '甲镇', text: '三张表' },
    { order: 'DH2', place: '乙镇', text: '五个会' },
  ]))

test('of a file of several calls the one that could not be read is refused, the others are taken', async () => {
  const bytes = Buffer.from(
    JSON.stringify([
      { orderNo: 'DH1', session: [GREETING, { role: 'customer', ruling: '书记要求每天打卡' }] },
      { orderNo: 'DH2', session: [GREETING] },
    ]),
  )
  expect(await callsInFile(bytes, 'a.json', async () => null)).toMatchObject({
    calls: [
      { row: 1, problem: 'turn' },
      { row: 2, problem: null },
    ],
  })
})
