import { expect, test, describe } from 'vitest'
import { dialogueOf } from '#workflows/channels/hotline/dialogue.ts'
import { LEFT_OUT } from '#workflows/channels/hotline/leave-out.ts'
import { turnsOfText } from '#workflows/channels/hotline/turns-of-text.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'

const DIALOGUE = '话务员：您好，请讲。\n来电人：我们每周填三张一样的表。\n话务员：是哪里要的？\n来电人：乡党政办。'

test('whatever names a transcript gives the two who speak, it is stored in one form, and reads as the same dialogue', () => {
  const said = ['坐席', '市民', '坐席', '市民']
  const lines = DIALOGUE.split('\n').map((line, at) => `【${said[at]}】：${line.slice(4)}`)
  const { text } = writtenCall({ turns: turnsOfText(lines.join('\n')) })
  expect(text).toBe(DIALOGUE)
  expect(dialogueOf(text)).toEqual(turnsOfText(DIALOGUE))
  expect(writtenCall({ turns: turnsOfText(text) }).text).toBe(text)
})

test('words of nobody in particular stay, before the dialogue and within it', () => {
  const turns = [
    { speaker: null, text: '反映填表' },
    { speaker: 'caller' as const, text: '每周三张' },
    { speaker: null, text: '（听不清）' },
  ]
  const { text } = writtenCall({ turns })
  expect(text).toBe('反映填表\n来电人：每周三张\n未分清：（听不清）')
  expect(dialogueOf(text)).toEqual(turns)
})

describe('what leads to the caller is in no part of what is stored', () => {
  const MARKS = [
    '王小明',
    '13812345678',
    '１３９００００１１１１',
    'GD20261012000123',
    '1023',
    '0555-7654321',
    '5557788',
  ]
  const said = {
    order: 'GD20261012000123',
    unsaid: ['王小明', '13812345678', '5557788'],
    place: '云澜市望川县，联系13812345678',
    unit: '望川县石埠乡政府（王小明所在）',
    happened: '上周三 09:11:12',
    turns: turnsOfText(
      [
        '【主叫号码】13812345678',
        '工号：1023',
        '坐席(1023)：工号1023为您服务，请问贵姓？',
        '市民：我叫王小明，手机一三八，一二三四，五六七八，也可以打１３９００００１１１１或者0555-7654321，家里电话5557788。',
        '市民：幺三八嗯幺二三四五六七八，工单GD20261012000123催了两次。村里每周填三张表。',
        '来电时间：2026-10-12 09:11:12',
      ].join('\n'),
    ),
  }
  const call = writtenCall(said)
  const kept = [call.text, call.place, call.unit, call.happened].join('\n')

  test.each([...MARKS, '一三八', '五六七八', '幺三八', '09:11:12'])('%s', (mark) => expect(kept).not.toContain(mark))

  test('and what was said is', () => {
    expect(kept).toContain('村里每周填三张表')
    expect(kept).toContain('我叫来电人')
    expect(call.dropped.toSorted()).toEqual(['agent', 'caller', 'number', 'order', 'time'])
  })
})

test.each([
  ['来电人：联系电话被乡里公开贴在墙上', '联系电话被乡里公开贴在墙上'],
  ['来电人：联系电话：13812345678，我反映村里填表', '我反映村里填表'],
  ['来电人：工号太多记不住', '工号太多记不住'],
  ['来电人：来电时间：上午', '来电时间：上午'],
  ['来电人：来电人：每周都要填表', '每周都要填表'],
  ['话务员：来电人：每周都要填表', '每周都要填表'],
])('no word goes with what is left out: %s', (line, kept) => {
  expect(writtenCall({ turns: turnsOfText(line) }).text).toBe(`来电人：${kept}`)
})

test.each([
  ['nothing', []],
  ['blanks', turnsOfText('  \n ')],
  ['speakers without a word', turnsOfText('话务员：\n来电人：')],
  ['speakers who are named twice', turnsOfText('来电人：来电人：')],
  ['a number and no more', turnsOfText('来电人：13812345678')],
])('a call of %s is no report', (_, turns) => expect(writtenCall({ turns }).problem).toBe('empty'))

test('a call longer than a report may be is refused whole, and what is too long for its field joins the text', () => {
  expect(writtenCall({ turns: [{ speaker: 'caller', text: '表'.repeat(20_001) }] }).problem).toBe('tooLong')
  const place = '很长的地址'.repeat(50)
  const call = writtenCall({ turns: [{ speaker: 'caller', text: '填表' }], place })
  expect(call).toMatchObject({ place: null, text: `地点：${place}\n来电人：填表`, problem: null })
})

test.each([
  ['2026-10-12 09:11', '2026-10-12'],
  ['2026/1/2', '2026-01-02'],
  ['2026年10月2日', '2026-10-02'],
  ['2026-02-30', null],
  ['46300.5', null],
  ['昨天', null],
])('the day of %s is %s', (said, day) => expect(writtenCall({ turns: [], day: said }).day).toBe(day))

test('a number that only looks like one stays', () => {
  expect(writtenCall({ turns: turnsOfText('来电人：文件是云政办〔2026〕112号，报了20261012张。') }).text).not.toContain(
    LEFT_OUT,
  )
})
