import { describe, expect, test } from 'vitest'
import { answerTo } from '#workflows/channels/mailbox/who-wrote.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { box, plain, read, wire } from './put-together.ts'

const subjectOf = async (subject: string | Buffer) =>
  (
    await read(
      Buffer.concat([
        wire('Subject: '),
        Buffer.from(subject),
        wire('\nContent-Type: text/plain; charset=utf-8\n\n正文'),
      ]),
    )
  ).subject

describe('an encoded word that is damaged is read', () => {
  test.each([
    ['letters that were never encoded in it', '=?utf-8?Q?社区 台账 =E5=A4=AA=E5=A4=9A?=', '社区 台账 太多'],
    ['such letters beside those of GB', '=?gb2312?Q?社区=CC=AB=B6=E0?=', '社区太多'],
    ['a question mark in it', '=?utf-8?Q?为什么?每周四份?=', '为什么?每周四份'],
    ['folded in the middle', '=?utf-8?B?5q+P5aSp5LiJ\r\n 5qyh5omT5Y2h?=', '每天三次打卡'],
    ['folded within a letter', '=?utf-8?Q?=E5=A4=AA=E5=A4=\r\n =9A?=', '太多'],
    ['never ended', '=?utf-8?B?5q+P5aSp5LiJ5qyh5omT5Y2h', '每天三次打卡'],
    ['ended by half', '=?utf-8?Q?=E5=A4=AA=E5=A4=9A?', '太多'],
    ['letters by their numbers', '&#31038;&#x533A;', '社区'],
  ])('%s', async (_, written, meant) => expect(await subjectOf(written)).toBe(meant))

  test.each(['\n', ''])('a header within it', async (blank) => {
    const mail = `From: anmou@home.example\nSubject: =?UTF-8?Q?=E5=A4=AA\nTo: a@b.example\nDate: Fri, 18 Sep 2026 16:20:00 +0800\n${blank}=E5=A4=9A?=\n =?UTF-8?Q?_=E4=BA=86?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n一周四份。`
    expect(await read(mail)).toMatchObject({ subject: '太多 了', from: 'anmou@home.example', text: '一周四份。' })
  })
  test('a mail whose words only look so stays what it is', async () => {
    const mail = 'Subject: a=?utf-8?Q?b\nTo: a@b.example\n\n正文?=\n再说'
    expect((await read(mail)).text).toContain('再说')
  })
})

describe('a body that is damaged is read', () => {
  const encoded = (how: string, body: string) =>
    `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${how}\n\n${body}`
  test('base64 that was joined piece by piece', async () => {
    const pieces = ['一天三次打卡，还要拍照。\n', '另有群，一共十九个。\n'].map((piece) =>
      Buffer.from(piece).toString('base64'),
    )
    const one = Buffer.from('再有一件事').toString('base64')
    expect(await read(encoded('base64', [...pieces, one].join('\n')))).toMatchObject({
      text: '一天三次打卡，还要拍照。\n另有群，一共十九个。\n再有一件事',
      unreadable: null,
    })
  })
  test('soft breaks with blanks behind them', async () => {
    const body = '=E5=A4=  \n=AA=E5=A4=\t\n=9A'
    expect((await read(encoded('quoted-printable', body))).text).toBe('太多')
    const page = `Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>${body}</p>`
    expect((await read(page)).text).toBe('太多')
  })
  test('letters by their numbers, and nothing else of the kind', async () => {
    expect(
      (await read('Content-Type: text/plain; charset=iso-8859-1\n\n&#31038;&#21306;&ldquo;a&rdquo;&nbsp;b')).text,
    ).toBe('社区“a” b')
    expect((await read(plain('写成 &amp; 和 &#38; 的地方'))).text).toBe('写成 &amp; 和 &#38; 的地方')
  })
})

describe('what stands around a mail', () => {
  test('a line that calls it the original message', async () => {
    const mail = '---- Original email message ----\n\nFrom: anmou@home.example\nSubject: x\n\n一周四份。'
    expect(await read(mail)).toMatchObject({ from: 'anmou@home.example', subject: 'x', text: '一周四份。' })
  })
  test.each([
    ['From: 安某\nFrom: 安某 <anmou@home.example>', { mailbox: 'anmou@home.example' }],
    ['From: 安某 <anmou@home.example>\nFrom: 安某', { mailbox: 'anmou@home.example' }],
    ['From: a@home.example\nFrom: b@home.example', { none: 'severalSenders' }],
  ])('of two senders the one with an address: %s', async (from, answer) => {
    const { mail } = await readMail(wire(`${from}\nSubject: x\n\n一周四份。`))
    expect(mail?.from).toContain('@home.example')
    expect(mail && answerTo(mail)).toEqual(answer)
  })
  test('certificates beside it are no encryption', async () => {
    // signed data (RFC 5652 §5.1) without content and signers
    const certificates = Buffer.from(
      '3023 06092a864886f70d010702 a016 3014 020101 3100 300b 06092a864886f70d010701 3100'.replaceAll(' ', ''),
      'hex',
    )
    const file = `Content-Type: application/pkcs7-mime; smime-type=certs-only; name="a.p7c"\nContent-Transfer-Encoding: base64\n\n${certificates.toString('base64')}`
    expect(await read(box('mixed', plain('一周四份。'), file))).toMatchObject({
      text: '一周四份。',
      files: ['a.p7c'],
      unreadable: null,
    })
  })
})
