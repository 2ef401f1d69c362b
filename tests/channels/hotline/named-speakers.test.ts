import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { csvOf, xlsxOf } from './files.ts'

type Said = readonly { who: string; text: string }[]
const stored = async (file: Buffer | string, name = 'calls.txt') => {
  const got = await callsInFile(Buffer.from(file), name, async () => null)
  if (!('calls' in got)) throw new Error(JSON.stringify(got))
  return got.calls.map(({ call }) => call.text)
}
const clock = (at: number) => `00:00:${String(at + 1).padStart(2, '0')}`
const cue = (at: number, comma: string) => `${clock(at)}${comma}000 --> ${clock(at + 1)}${comma}000`

/** Every form of file in which a dialogue comes, and how it names those who speak. */
const FORMS: Record<string, (said: Said) => Buffer | string | Promise<Buffer>> = {
  'text, a colon': (said) => said.map(({ who, text }) => `${who}：${text}`).join('\n'),
  'text, all in one line': (said) => said.map(({ who, text }) => `${who}：${text}`).join(''),
  'text, a time after the name': (said) => said.map(({ who, text }, at) => `${who} ${clock(at)}\n${text}`).join('\n\n'),
  'text, a time in brackets': (said) => said.map(({ who, text }, at) => `${who}(${clock(at)}): ${text}`).join('\n\n'),
  'text, a time before the name': (said) => said.map(({ who, text }, at) => `${clock(at)} ${who}\n${text}`).join('\n'),
  'text, a name in brackets': (said) => said.map(({ who, text }) => `【${who}】：${text}`).join('\r\n'),
  SRT: (said) => said.map(({ who, text }, at) => `${at + 1}\n${cue(at, ',')}\n${who}：${text}`).join('\n\n'),
  VTT: (said) => `WEBVTT\n\n${said.map(({ who, text }, at) => `${cue(at, '.')}\n<v ${who}>${text}</v>`).join('\n\n')}`,
  'VTT, a colon': (said) =>
    `WEBVTT\n\n${said.map(({ who, text }, at) => `${cue(at, '.')}\n${who}: ${text}`).join('\n\n')}`,
  ASS: (said) =>
    `[Script Info]\n\n[Events]\nFormat: Start, End, Style, Name, Text\n${said
      .map(({ who, text }, at) => `Dialogue: 0:${clock(at).slice(3)}.00,0:59:00.00,Default,${who},${text}`)
      .join('\n')}`,
  'JSON, a list': (said) => JSON.stringify(said.map(({ who, text }) => ({ speaker: who, text }))),
  'JSON, a name': (said) => JSON.stringify({ session: said.map(({ who, text }) => ({ name: who, content: text })) }),
  'JSON of whisperX': (said) => JSON.stringify({ segments: said.map(({ who, text }) => ({ text, speaker: who })) }),
  'JSON, one text': (said) => JSON.stringify({ text: said.map(({ who, text }) => `${who}：${text}`).join('\n') }),
  'CSV, a column': (said) => csvOf([['说话人', '内容'], ...said.map(({ who, text }) => [who, text])]),
  'CSV, within the words': (said) =>
    csvOf([
      ['工单编号', '内容'],
      ['DH1', said.map(({ who, text }) => `${who}：${text}`).join('\n')],
    ]),
  'XLSX, a column': (said) => xlsxOf([['说话人', '内容'], ...said.map(({ who, text }) => [who, text])]),
}

const NAMES = ['李芳', '何田', '欧阳雪松', '赵小明', '钱女士', '阿依古丽·买买提', '孙某某', '小周', '郑海 燕']
const WORDS = ['我们村一年填了二百张表。', '镇里每周开九个会！', '晚上十点还在群里派活。', '要拍照打卡。']
const dialogues = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...NAMES.slice(0, 8)), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([[one = '', other = ''], words, isTaken]) => [
    { who: one, text: isTaken ? '您好，云澜热线为您服务，请讲。' : '请说说情况。' },
    ...words.map((text, at) => ({ who: at % 2 === 0 ? other : one, text })),
  ])

describe('a name where a speaker stands is never kept, and not a word of theirs is lost', () => {
  test.each(Object.entries(FORMS))('%s', async (_, form) => {
    await fc.assert(
      fc.asyncProperty(dialogues, async (said) => {
        const text = (await stored(await form(said))).join('\n')
        for (const { who, text: words } of said) {
          expect(text).not.toContain(who)
          expect(text).toContain(words)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test.each([
  ['a name of another alphabet', 'Lily：您好，请讲。\n大海：三张表。\nLily：哪个镇？\n大海：柳溪镇。'],
  ['a part in brackets beside the name', '李芳（客服） 00:01\n您好，请讲。\n何田(来电人) 00:05\n三张表。'],
  ['a part for one of the two', '坐席：您好，请讲。\n何田：三张表。'],
])('who is who is told by what they say: %s', async (_, text) => {
  expect((await stored(text))[0]).toMatch(/^话务员：您好，请讲。\n来电人：三张表。/)
})

test('a name that was told beside the words is left out of the words too', async () => {
  expect(await stored('李芳 00:01\n您好，我是李芳，请讲。\n何田 00:05\n我叫何田，三张表。')).toEqual([
    '话务员：您好，我是话务员，请讲。\n来电人：我叫来电人，三张表。',
  ])
})

test.each([
  '周三：开会\n周四：填表\n周三：又开会',
  '时间：每天\n单位：镇政府\n原因：考核\n时间：晚上\n单位：村委会',
  '任务：每周三张表\n方式：拍照',
  '早会 07:30\n晚会 19:30',
  '王书记说：今晚必须报',
])('a field of a record and the words before a quotation are nobody who speaks: %s', async (text) => {
  expect(await stored(text)).toEqual([text])
})
