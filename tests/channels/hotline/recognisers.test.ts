import { describe, expect, test } from 'vitest'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'

const stored = async (file: string, name = 'calls.txt') => {
  const got = await callsInFile(Buffer.from(file), name, async () => null)
  return 'calls' in got ? got.calls.map(({ call }) => call.text) : got
}
const SAID = ['您好，这里是民生热线，请讲。', '乡里一周催四次台账。', '是哪个乡？', '石桥乡。']
const TALK = SAID.map((text, at) => `${at % 2 === 0 ? '话务员' : '来电人'}：${text}`).join('\n')
const each = <T>(one: (text: string, who: number, at: number) => T): T[] =>
  SAID.map((text, at) => one(text, at % 2, at))
const lattice = each((text, who) => ({
  json_1best: JSON.stringify({
    st: {
      bg: '10',
      rl: String(who + 1),
      rt: [
        {
          ws: [...text].map((w) => ({
            cw: [
              { w, wp: 'n' },
              { w: '另', wp: 'n' },
            ],
          })),
        },
      ],
    },
  }),
}))
const channel = (which: number) => ({
  channel_id: which,
  text: SAID.filter((_, at) => at % 2 === which).join(''),
  sentences: each((text, who, at) => ({ begin_time: at * 1000, text, who })).filter(({ who }) => who === which),
})

describe('what a speech recogniser wrote is read as the dialogue it heard', () => {
  test.each<[string, unknown]>([
    [
      'sentences with a channel',
      { Result: { Sentences: each((Text, ChannelId, at) => ({ BeginTime: at, Text, ChannelId })) } },
    ],
    ['transcripts of two channels, one after the other', { file_url: 'a', transcripts: [channel(0), channel(1)] }],
    [
      'paragraphs of words',
      {
        Transcription: {
          Paragraphs: each((text, who) => ({ SpeakerId: String(who + 1), Words: [...text].map((Text) => ({ Text })) })),
        },
      },
    ],
    [
      'details beside one text of all',
      {
        Response: {
          Data: {
            StatusStr: 'success',
            ResultDetail: each((FinalSentence, SpeakerId) => ({
              FinalSentence,
              SliceSentence: FinalSentence,
              SpeakerId,
            })),
            Result: SAID.join(''),
          },
        },
      },
    ],
    [
      'utterances with additions',
      {
        result: {
          text: SAID.join(''),
          utterances: each((text, who) => ({ text, additions: { speaker: String(who + 1) } })),
        },
      },
    ],
    ['segments', { segments: each((text, who) => ({ text: ` ${text}`, speaker: `SPEAKER_0${who}` })), language: 'zh' }],
    [
      'sentence_info',
      [{ key: 'a', text: SAID.join(''), sentence_info: each((text, spk, start) => ({ text, start, spk })) }],
    ],
    [
      'onebest',
      { ok: 0, data: JSON.stringify(each((onebest, who) => ({ bg: '1', onebest, speaker: String(who + 1) }))) },
    ],
    ['a lattice within a text', { code: '0', content: { orderResult: JSON.stringify({ lattice }) } }],
    [
      'phrases, the best of several',
      { recognizedPhrases: each((display, speaker) => ({ speaker, nBest: [{ display }, { display: '另' }] })) },
    ],
  ])('%s', async (_, said) => expect(await stored(JSON.stringify(said), 'a.json')).toEqual([TALK]))

  test('a sentence under a name that nobody knows is not read by halves', async () => {
    const segments = [
      ...each((text, who) => ({ text, speaker: `SPEAKER_0${who}` })),
      { speaker: 'SPEAKER_01', oddly: '还要照片' },
    ]
    expect(await stored(JSON.stringify({ segments }), 'a.json')).toEqual({ problem: 'jsonForm' })
  })
})

const clock = (at: number, end = '') => `00:00:0${at}${end}`
const srt = (cue: (text: string, at: number) => string, { end = ',000', gap = '\n\n' } = {}) =>
  SAID.map((text, at) => `${at + 1}\n${clock(at, end)} --> ${clock(at + 1, end)}\n${cue(text, at)}`).join(gap)
const role = (text: string, at: number) => `${at % 2 === 0 ? '坐席' : '来电市民'}：${text}`

describe('subtitles are read however they are written', () => {
  test.each([
    ['without empty lines', srt(role, { gap: '\n' })],
    ['without thousandths', srt(role, { end: '' })],
    ['numbered voices', srt((text, at) => `说话人${(at % 2) + 1}：${text}`)],
    ['voices in brackets', `WEBVTT\n\n${srt((text, at) => `[SPEAKER_0${at % 2}]: ${text}`, { end: '.000' })}`],
    ['voices in tags', `WEBVTT\n\n${srt((text, at) => `<v 发言人 ${at % 2}>${text}</v>`, { end: '.000' })}`],
    [
      'a field for the speaker',
      `[Script Info]\nTitle: a\n\n[Events]\nFormat: Layer, Start, End, Name, Text\n${SAID.map((text, at) => `Dialogue: 0,0:00:0${at}.00,0:00:09.00,${at % 2 === 0 ? '坐席' : '市民'},{\\i1}${text}`).join('\n')}`,
    ],
  ])('%s', async (_, text) => expect(await stored(text)).toEqual([TALK]))

  test('a figure between empty lines is a word of its cue, and a speaker is named only where they begin', async () => {
    const cues = ['坐席：多少张？', '来电人：我数过，\n\n331', '张，', '坐席：好。']
    const text = cues
      .map((said, at) => `${at + 1}\n${clock(at, ',000')} --> ${clock(at + 1, ',000')}\n${said}`)
      .join('\n\n')
    expect(await stored(text)).toEqual(['话务员：多少张？\n来电人：我数过，\n331\n张，\n话务员：好。'])
  })
})

test('a text as Notepad saves it in Unicode is read', async () => {
  const bytes = Buffer.from(`\uFEFF${TALK}`, 'utf16le')
  expect(await callsInFile(bytes, 'a.txt', async () => null)).toMatchObject({ calls: [{ call: { text: TALK } }] })
})
