import { describe, expect, test } from 'vitest'
import type { Turn } from '#workflows/channels/hotline/call.ts'
import { sessionsOf } from '#workflows/channels/hotline/sessions.ts'
import { turnsOfSubtitles } from '#workflows/channels/hotline/subtitles.ts'
import { turnsOfText } from '#workflows/channels/hotline/turns-of-text.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'

const written = (text: string) => writtenCall({ turns: turnsOfText(text) }).text
const ASKED = '话务员：您好，请讲。\n来电人：我们镇每周三张表。'

describe('a call is read as a dialogue, whatever stands beside its speakers, and nothing of that is kept', () => {
  test.each([
    ['names in brackets', '坐席[李芳]：您好，请讲。\n市民(王小明)：我们镇每周三张表。'],
    ['names beside', '接线员张丽：您好，请讲。\n市民王先生：我们镇每周三张表。'],
    ['names of two and of four', '客服小李：您好，请讲。\n来电人欧阳女士：我们镇每周三张表。'],
    ['a name of another people', '话务员阿依古丽·买买提：您好，请讲。\n市民：我们镇每周三张表。'],
    ['numbers before and after', '1号坐席：您好，请讲。\n2号客户：我们镇每周三张表。'],
    ['other words for the two', '坐席员：您好，请讲。\n来电者：我们镇每周三张表。'],
    ['and others still', '座席代表 李芳1023：您好，请讲。\n投诉人：我们镇每周三张表。'],
    ['times before', '[00:00:01] 坐席：您好，请讲。\n[00:00:03] 市民：我们镇每周三张表。'],
    ['days and times before', '2026-10-12 09:11:22 坐席：您好，请讲。\n2026-10-12 09:11:25 市民：我们镇每周三张表。'],
    ['times before without brackets', '00:01 坐席：您好，请讲。\n00:00:09,123 市民：我们镇每周三张表。'],
    ['times after', '坐席 09:11:22\n您好，请讲。\n市民 09:11:25\n我们镇每周三张表。'],
    ['times after, and a colon', '坐席(李芳) [00:01]：您好，请讲。\n市民 [00:04]：我们镇每周三张表。'],
    ['marks of a list', '- 坐席：您好，请讲。\n2. 市民：我们镇每周三张表。'],
    ['nobody by name, but the one who takes the call', 'spk0: 您好，请讲。\nspk1: 我们镇每周三张表。'],
    ['voices and times', '说话人1 00:01\n您好，请讲。\n\n说话人2 00:04\n我们镇每周三张表。'],
    ['all in one line', '坐席[李芳]：您好，请讲。市民(王小明)：我们镇每周三张表。'],
    ['lines of a file from Windows', '坐席[李芳]：您好，请讲。\r\n市民(王小明)：我们镇每周三张表。'],
  ])('%s', (_, text) => expect(written(text)).toBe(ASKED))
})

test.each([
  ['市民反映：每周三张表', '市民反映：每周三张表'],
  ['群众说：每周三张表', '群众说：每周三张表'],
  ['群众方面：每周三张表', '群众方面：每周三张表'],
  ['群众常说：天天开会', '群众常说：天天开会'],
  ['市民（情绪激动）：每周三张表', '来电人：（情绪激动）每周三张表'],
  ['市民：09:30开会，10:30还开会', '来电人：09:30开会，10:30还开会'],
  ['话务员：哪天？\n来电人：周三', '话务员：哪天？\n来电人：周三'],
  ['说话人1：三张表\n说话人2：五个会', '三张表\n五个会'],
  ['会议安排：\n09:30 市民广场\n10:30 镇政府', '会议安排：\n09:30 市民广场\n10:30 镇政府'],
])('no word is taken for a name or a speaker that is none: %s', (text, kept) => expect(written(text)).toBe(kept))

test('who is named beside their words is left out of the words too', () => {
  const text =
    '坐席[李芳芳]：您好，我是李芳芳。\n市民(王小明)：我叫王小明，我们镇每周三张表。\n坐席[李芳芳]：好的，王先生。'
  expect(written(text)).toBe(
    '话务员：您好，我是话务员。\n来电人：我叫来电人，我们镇每周三张表。\n话务员：好的，王先生。',
  )
})

test('a record that names the caller in a line of its own is no dialogue in which that name was said', () => {
  const text = '【坐席】李芳\n【来电人】王小明\n来电人：王小明\n联系电话：13812345678\n诉求内容：每周三张表'
  expect(written(text)).toBe('诉求内容：每周三张表')
})

test('recognisers and subtitles may name the two in the same ways', () => {
  const dialogue: Turn['speaker'][] = ['operator', 'caller']
  for (const [operator, caller] of [
    ['坐席[李芳]', '市民王先生'],
    ['1号坐席', '来电者'],
    ['agent_1023', 'customer-1'],
  ]) {
    const session = [
      { role: operator, content: '请讲' },
      { role: caller, content: '三张表' },
    ]
    expect(sessionsOf(JSON.stringify({ session }))[0]?.turns.map(({ speaker }) => speaker)).toEqual(dialogue)
    const cues = `WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${operator}>请讲\n\n00:03.000 --> 00:04.000\n<v ${caller}>三张表`
    expect(turnsOfSubtitles(cues).map(({ speaker }) => speaker)).toEqual(dialogue)
  }
})

test('a long text of nothing but beginnings of turns is read in little time', () => {
  const before = performance.now()
  for (const unit of [
    '\n',
    '。 ',
    '坐席',
    '坐席：',
    '[00:00:01] ',
    '\n- ',
    '\n市民（',
    '说话人1 00:01\n',
    '\n2026-10-12 ',
    '。王',
  ])
    writtenCall({ turns: turnsOfText(unit.repeat(20_000)) })
  expect(performance.now() - before).toBeLessThan(4000)
})
