import { describe, expect, test } from 'vitest'
import { LEFT_OUT, leaveOut } from '#workflows/channels/hotline/leave-out.ts'
import { turnsOfText } from '#workflows/channels/hotline/turns-of-text.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'

const written = (text: string) => writtenCall({ turns: turnsOfText(text) }).text
const TALK = '话务员：您好，请讲。\n来电人：村里一周四次台账。'

test.each([
  '【来电时间】2026-11-03 10:02 【主叫号码】0900-0000002 【工号】KF-3307 【通话时长】4分08秒',
  '【来电时间】2026-11-03 10:02【主叫号码】13700001111【工号】3307【通话时长】00:04:08',
  '来电时间：2026-11-03 10:02；主叫号码：13700001111；坐席工号：3307；时长：248秒',
  '工号：3307 | 通话时长：00:04:08 | 来电人：鲁小满',
  '2026年11月3日 上午 10:02|4分钟 8秒',
  '2026-11-03 10:02:11  通话时长：4分8秒',
])('a header of a call in one line goes whole: %s', (header) => expect(written(`${header}\n${TALK}`)).toBe(TALK))

test('when something happened stays where the caller says it', () => {
  expect(written('话务员：哪天？\n来电人：2026年11月3日 10:02 开的会，4分钟 8秒')).toContain('2026年11月3日 10:02')
})

describe('whose number it is tells whether it stays', () => {
  test.each([
    '来电人：12333客服电话打了一个月打不通',
    '来电人：技师工号999没人管',
    '来电人：那个民警警号和工号8731都记下了',
    '来电人：我投诉工号8731的话务员，态度差',
    '话务员：您投诉的技师工号999，对吗？',
    '反映技师工号999收费不退',
  ])('what is complained of: %s', (said) => expect(written(said)).toBe(said))

  test.each([
    ['话务员：您好，工号8731为您服务。', '话务员：您好，为您服务。'],
    ['话务员：我是8731号话务员，请讲。', '话务员：我是，请讲。'],
    ['来电人：我是镇里的，我的工号是8731，别外传', '来电人：我是镇里的，我的，别外传'],
    ['您好，工号8731，请讲', '您好，，请讲'],
  ])('who answers or calls: %s', (said, kept) => expect(written(said)).toBe(kept))
})

test.each([
  ['某厂夜里排污，请查。\n投诉人：某某某\n2026年11月1日', '某厂夜里排污，请查。\n\n2026年11月1日'],
  ['台账太多。\n举报人：鲁小满', '台账太多。'],
  ['台账太多。\n反映人：匿名\n', '台账太多。'],
])('who signs a complaint is no speaker, and their name goes: %s', (said, kept) => expect(written(said)).toBe(kept))

test('whoever complains in a dialogue speaks', () =>
  expect(written('坐席：请讲。\n投诉人：一周四次台账。')).toBe('话务员：请讲。\n来电人：一周四次台账。'))

test.each([
  '幺三七四个零一二三四',
  '要三七，要二三四，五六七八',
  '一三七 两个八 三个六 一二三',
  '零五五五，七六五，四个三',
])('numbers go as people say them: %s', (number) => {
  expect(leaveOut(`打${number}找我`)).toEqual({ text: `打${LEFT_OUT}找我`, dropped: ['number'] })
})

test.each([
  '要三份表，要八张照片，要五个章，要六个人签',
  '一年四个二月、三个八小时班、五个一工程',
  '要一二三四五级都报',
])('what only sounds like one stays: %s', (said) => expect(leaveOut(said)).toEqual({ text: said, dropped: [] }))

test('a long text of nothing but beginnings of numbers and headers is read in little time', () => {
  const before = performance.now()
  for (const unit of [
    '要',
    '四个零',
    '四个',
    '【工号】',
    '工号：',
    '工号：1 | ',
    '投诉人：',
    '2026年1月1日 10:02|',
    '技师工号9',
  ])
    written(unit.repeat(10_000))
  expect(performance.now() - before).toBeLessThan(4000)
})
