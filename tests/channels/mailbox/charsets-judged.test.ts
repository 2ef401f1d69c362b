import { describe, expect, test } from 'vitest'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { plainText } from '#workflows/charsets/plain-text.ts'

const mail = (head: string, body: Buffer | string) =>
  Buffer.concat([Buffer.from(`From: a@example.cn\r\n${head}\r\n\r\n`), Buffer.from(body)])
const type = (label: string | null) => `Content-Type: text/plain${label ? `; charset=${label}` : ''}`

/** What it is, in base64, what mail calls it, and what a person must read. */
const TABLE: [what: string, bytes: string, labels: (string | null)[], text: string][] = [
  [
    'traditional characters in GBK',
    'ztKCg+aCw7/fTNKqzO7I/Y+Ise2jrNWI7kmMp4fAsuk=',
    ['utf-8', 'iso-8859-1', 'us-ascii', 'unknown-8bit', 'gb2312', 'big5', null],
    '我們鎮每週要填三張表，請領導嚴查',
  ],
  [
    'nothing but traditional characters in GBK',
    '1YjuSYynh8CRzY+I5oLpTA==',
    ['utf-8', 'iso-8859-1', 'gbk', null],
    '請領導嚴懲張鎮長',
  ],
  [
    'rare characters of names',
    '6UaI0oa0tOXDv9bcyP3VxbHt',
    ['utf-8', 'iso-8859-1', 'gb2312', 'big5', null],
    '镕堃喆村每周三张表',
  ],
  ['a name of two characters', 'wO6GtA==', ['utf-8', 'iso-8859-1', 'gb2312', null], '李喆'],
  [
    'characters that only GB18030 has',
    '/lb+n7TlwO6GtIjSyum8x9Kqx/PI/dXFse0=',
    ['utf-8', 'iso-8859-1', 'gb2312', 'big5', null],
    '㑇䶮村李喆堃书记要求三张表',
  ],
  [
    'simplified characters under the name of Big5',
    'ztLDx9Xyw7/W3NKqzO7I/dXFse2jrMfrwey1vNHPsuk=',
    ['big5', 'cp950'],
    '我们镇每周要填三张表，请领导严查',
  ],
  [
    'traditional characters in Big5 under the name of GB',
    'p9qtzMLtqEO2Z61utvGkVLFpqu2hQb3Qu+K+ycRZrGQ=',
    ['gb2312', 'gbk', 'gb18030', 'big5', 'utf-8', null],
    '我們鎮每週要填三張表，請領導嚴查',
  ],
  [
    'lines and figures in GB',
    'qaSppKmkqaSppKmkqaSppKmkqaSi2aLaotuppKmkqaSppKmkqaQ=',
    ['gb2312', 'gbk'],
    '──────────①②③──────',
  ],
  [
    'French',
    'TGVzIOls6HZlcyBvbnQg6XTpIHRy6HMgZOnndXMsIHLpcOl06SDgIGxhIHJlbnRy6WUu',
    ['windows-1252', 'iso-8859-1', null],
    'Les élèves ont été très déçus, répété à la rentrée.',
  ],
  ['Portuguese', 'YefjbyBu428gaW5mb3JtYefjbw==', ['iso-8859-1', null], 'ação não informação'],
  ['German', 'R3L232UgZvxyINxiZXJt5N9pZ2VzOiDE1twsIDUgpA==', ['iso-8859-15'], 'Größe für Übermäßiges: ÄÖÜ, 5 €'],
  ['Polish', 'WmG/87PmIGfqtmyxIGphvPE=', ['iso-8859-2'], 'Zażółć gęślą jaźń'],
  [
    'Russian',
    '8NLJ18XULCDVIM7B0yDTzMnby8/NIM3Oz8fPINTBwszJwyDLwdbE1cAgzsXExczA',
    ['koi8-r'],
    'Привет, у нас слишком много таблиц каждую неделю',
  ],
  [
    'Russian of Windows',
    'z/Do4uXyLCDzIO3g8SDx6+j46u7sIOzt7uPuIPLg4evo9iDq4Obk8/4g7eXk5ev+',
    ['windows-1251'],
    'Привет, у нас слишком много таблиц каждую неделю',
  ],
]

describe('what is written decides, and not what it is called', () => {
  for (const [what, base64, labels, text] of TABLE)
    for (const label of labels) {
      test(`${what}, called ${label ?? 'nothing'}`, async () => {
        const raw = mail(type(label), Buffer.from(base64, 'base64'))
        expect(await readMail(raw)).toMatchObject({ unreadable: null, mail: { text } })
      })
      test(`${what}, called ${label ?? 'nothing'}, as a subject`, async () => {
        const words = label ? `=?${label}?B?${base64}?=` : Buffer.from(base64, 'base64')
        const raw = mail(`${type('utf-8')}\r\nX: y`, '三张表')
        const subject = Buffer.concat([Buffer.from('Subject: '), Buffer.from(words), Buffer.from('\r\n')])
        expect((await readMail(Buffer.concat([subject, raw]))).mail?.subject).toBe(text)
      })
    }
})

describe('what could be anything is shown to people, and not stored as something else', () => {
  const HZ = Buffer.from('fntOUkNHVXJDP1ZcUipMbkh9VUUxbX59', 'base64')
  const RUSSIAN = Buffer.from('z/Do4uXyLCDzIO3g8SDx6+j46u7sIOzt7uPuIPLg4evo9iDq4Obk8/4g7eXk5ev+', 'base64')
  const JAPANESE = Buffer.from('grGC6oLNie+LY4LMi0yYXoLFgreBQpaIj1SOT4nxgsWCt4FC', 'base64')
  for (const [what, body, labels] of [
    ['HZ', HZ, ['us-ascii', 'gb2312', 'utf-8', 'iso-8859-1', 'big5', null]],
    ['Russian', RUSSIAN, ['us-ascii', 'utf-8', 'iso-8859-1', null]],
    ['Japanese', JAPANESE, ['utf-8', 'unknown-8bit', null]],
  ] as const)
    for (const label of labels) {
      test(`${what}, called ${label ?? 'nothing'}`, async () => {
        expect((await readMail(mail(type(label), body))).unreadable).toBe('charset')
      })
      test(`${what}, called ${label ?? 'nothing'}, as a subject`, async () => {
        const words = label ? `=?${label}?B?${body.toString('base64')}?=` : body
        const subject = Buffer.concat([Buffer.from('Subject: '), Buffer.from(words), Buffer.from('\r\n')])
        const raw = Buffer.concat([subject, mail(type('utf-8'), '三张表')])
        expect((await readMail(raw)).unreadable).toBe('charset')
      })
    }

  test('nor taken in from a table', () => {
    expect(plainText(HZ)).toBeNull()
    expect(plainText(Buffer.from('我们镇,~{a},~b'))).toBe('我们镇,~{a},~b')
  })
  test('a wave and a brace in plain letters are just that', async () => {
    const text = 'see ~{x} and ~{foo, bar~} in the form'
    expect(await readMail(mail(type('us-ascii'), text))).toMatchObject({ unreadable: null, mail: { text } })
  })
})
