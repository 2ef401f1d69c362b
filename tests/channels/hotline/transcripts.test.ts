import { describe, expect, test } from 'vitest'
import { LEFT_OUT, leaveOut } from '#workflows/channels/hotline/leave-out.ts'
import { sessionsOf } from '#workflows/channels/hotline/sessions.ts'
import { turnsOfSubtitles } from '#workflows/channels/hotline/subtitles.ts'
import { turnsOfText } from '#workflows/channels/hotline/turns-of-text.ts'

const DIALOGUE = [
  { speaker: 'operator', text: '您好，这里是减负热线。' },
  { speaker: 'caller', text: '我反映一下，我们每周要填三张一样的表。' },
  { speaker: 'operator', text: '请问是哪个单位要求的？' },
  { speaker: 'caller', text: '乡里的党政办。' },
]

describe('a transcript is read as the dialogue it was', () => {
  test.each([
    [
      'a line a turn',
      '话务员：您好，这里是减负热线。\n来电人：我反映一下，我们每周要填三张一样的表。\n话务员：请问是哪个单位要求的？\n来电人：乡里的党政办。',
    ],
    [
      '坐席 and 市民 in brackets',
      '【坐席】：您好，这里是减负热线。\n【市民】：我反映一下，我们每周要填三张一样的表。\n【坐席】：请问是哪个单位要求的？\n【市民】：乡里的党政办。',
    ],
    [
      'all in one line',
      '坐席(1023)：您好，这里是减负热线。市民：我反映一下，我们每周要填三张一样的表。坐席：请问是哪个单位要求的？市民：乡里的党政办。',
    ],
  ])('%s', (_, text) => expect(turnsOfText(text)).toEqual(DIALOGUE))

  test('SRT with its numbers and times, one cue a sentence', () => {
    const cues = DIALOGUE.map(
      ({ speaker, text }, at) =>
        `${at + 1}\n00:00:0${at},000 --> 00:00:0${at + 1},500\n${speaker === 'caller' ? '市民' : '坐席'}：${text}`,
    )
    expect(turnsOfSubtitles(cues.join('\r\n\r\n'))).toEqual(DIALOGUE)
  })

  test('WebVTT with voices, notes, styles and a cue of its own name', () => {
    const cues = DIALOGUE.map(
      ({ speaker, text }, at) =>
        `cue-${at}\n00:0${at}.000 --> 00:0${at}.900 align:start\n<v ${speaker === 'caller' ? '来电人' : '话务员'}><b>${text}</b>`,
    )
    const text = `WEBVTT - 录音\n\nSTYLE\n::cue{color:red}\n\nNOTE 主叫 13800000000\n\n${cues.join('\n\n')}\n`
    expect(turnsOfSubtitles(text)).toEqual(DIALOGUE)
  })

  test('a WebVTT file without cues has nothing to tell', () => {
    expect(turnsOfSubtitles('WEBVTT\n\nNOTE nothing\n')).toEqual([])
  })

  test('words outside of any cue are not lost', () => {
    expect(turnsOfSubtitles('1\n00:00:01,000 --> 00:00:02,000\n你好\n\n没有时间的一句')).toEqual([
      { speaker: null, text: '你好\n没有时间的一句' },
    ])
  })

  test('JSON as recognisers give it', () => {
    const session = DIALOGUE.map(({ speaker, text }, at) => ({
      role: speaker === 'caller' ? 'customer' : 'agent',
      content: text,
      begin: at,
    }))
    const call = { order: 'GD20261012001', turns: DIALOGUE }
    expect(sessionsOf(JSON.stringify({ orderNo: 'GD20261012001', session }))).toEqual([call])
    expect(
      sessionsOf(
        JSON.stringify([
          { orderNo: 'GD20261012001', session },
          { orderNo: 2, session },
        ]),
      ),
    ).toEqual([call, { order: '2', turns: DIALOGUE }])
    expect(sessionsOf(JSON.stringify(DIALOGUE))).toEqual([{ order: null, turns: DIALOGUE }])
    expect(sessionsOf(`${JSON.stringify({ session })}\n${JSON.stringify({ session })}`)).toHaveLength(2)
  })

  test('JSON that is cut off says so', () => {
    expect(() => sessionsOf('{"session":[{"role":"agent"')).toThrow(SyntaxError)
  })
})

describe('who called, from which number, and who answered is left out before anything is kept', () => {
  test.each([
    ['我的手机是13812345678，打这个。', `我的手机是${LEFT_OUT}，打这个。`],
    ['电话 138-1234-5678', `电话 ${LEFT_OUT}`],
    ['１３８１２３４５６７８', LEFT_OUT],
    ['+86 138 1234 5678', LEFT_OUT],
    ['一三八一二三四五六七八', LEFT_OUT],
    ['幺三八，幺二三四，五六七八', LEFT_OUT],
    ['座机 0555-1234567', `座机 ${LEFT_OUT}`],
    ['身份证 34120019900101123X', `身份证 ${LEFT_OUT}`],
    ['【主叫号码】13812345678\n反映填表', '反映填表'],
    ['【工号】：1023\n反映填表', '反映填表'],
    ['来电时间：2026-10-12 09:11:12\n反映填表', '反映填表'],
    ['工号1023为您服务，请讲。', '为您服务，请讲。'],
    ['[00:01:12] 反映填表', '反映填表'],
  ])('%s', (said, kept) => expect(leaveOut(said).text).toBe(kept))

  test.each([
    '二〇二六年十月十二日开了三十一次会',
    '文件号是云政办〔2026〕112号',
    '一共报了20261012张表',
    '金额1200000元',
    '每天一二三四五六七都要报',
  ])('what only looks like a number stays: %s', (said) => expect(leaveOut(said)).toEqual({ text: said, dropped: [] }))
})
