import { describe, expect, test } from 'vitest'
import { box, html, plain, read, wire } from './put-together.ts'
import { SENTENCES } from './written.ts'

const { simple } = SENTENCES

describe('a mail that breaks the rules is read all the same', () => {
  test('the blank line under the header is missing', async () => {
    expect((await read(`From: a@example.cn\nSubject: 填表\n${simple}\n第二行`)).text).toBe(`${simple}\n第二行`)
  })
  test('the blank line under the header of a part is missing', async () => {
    const mail = `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n${simple}\n--b\n没有头\n--b--`
    expect((await read(mail)).text).toBe(`${simple}\n\n没有头`)
  })
  test('a line within the header is no header', async () => {
    const mail = `From: a@example.cn\nthis is no header\nSubject: 填表\nContent-Type: text/plain\n\n${simple}`
    expect(await read(mail)).toMatchObject({ subject: '填表', text: simple })
  })
  test('the boundary never ends, or ends within its line', async () => {
    const parts = `--b\n${plain(simple)}\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nAAAA`
    expect(await read(`Content-Type: multipart/mixed; boundary=b\n\n${parts}`)).toMatchObject({
      text: simple,
      files: ['a.pdf'],
    })
  })
  test('the boundary in the header is not the one of the parts, or there is none', async () => {
    for (const said of ['; boundary=another', ''])
      expect(
        await read(
          `Content-Type: multipart/mixed${said}\n\n--real\n${plain(simple)}\n--real\n${plain('二')}\n--real--`,
        ),
      ).toMatchObject({ text: `${simple}\n\n二`, unreadable: null })
  })
  test('parts of a box without a boundary are not those of the box behind it', async () => {
    const box = (boundary: string, ...parts: string[]) =>
      `Content-Type: multipart/mixed; boundary=${boundary}\n\n${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`
    const nameless = `Content-Type: multipart/mixed\n\n--x\n\n${simple}\n--x--\n`
    const mail = box('b', box('inner', nameless, plain('二')), box('last', plain('三')))
    expect((await read(mail)).text?.split(/\n+/)).toEqual(['--x', simple, '--x--', '二', '三'])
  })
  test('a box without any parts is its text', async () => {
    expect((await read(`Content-Type: multipart/mixed; boundary=b\n\n${simple}`)).text).toBe(simple)
  })
  test('the last boundary is not the last', async () => {
    const mail = `Content-Type: multipart/mixed; boundary=b\n\n--b\n${plain('一')}\n--b--\n--b\n${plain('二')}\n--b--\n`
    expect((await read(mail)).text).toMatch(/^一\n+二$/)
  })
  test('a boundary that begins like another is another', async () => {
    const inner = `Content-Type: multipart/mixed; boundary="b-1"\n\n--b-1\n${plain('里')}\n--b-1--\n`
    const mail = `Content-Type: multipart/mixed; boundary="b"\n\n--b\n${inner}\n--b\n${plain('外')}\n--b--`
    expect((await read(mail)).text).toMatch(/^里\n+外$/)
  })
  test('two boxes one after the other are divided by the same boundary', async () => {
    const inner = (text: string) => `Content-Type: multipart/alternative; boundary=i\n\n--i\n${plain(text)}\n--i--\n`
    const mail = `Content-Type: multipart/mixed; boundary=b\n\n--b\n${inner('一')}\n--b\n${inner('二')}\n--b--`
    expect((await read(mail)).text?.split(/\n+/)).toEqual(['一', '二'])
  })
  test('lines end in CR alone, or in LF alone', async () => {
    const mail = `From: a@example.cn\nSubject: 填表\n\n${simple}\n第二行`
    for (const raw of [mail, mail.replaceAll('\n', '\r')])
      expect(await read(Buffer.from(raw))).toMatchObject({ subject: '填表', text: `${simple}\n第二行` })
  })
  test('the mark of an encoding stands before it', async () => {
    const mail = `From: a@example.cn\r\nSubject: 填表\r\n\r\n${simple}`
    const wide = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(mail, 'utf16le')])
    for (const raw of [Buffer.from(`\ufeff${mail}`), wide])
      expect(await read(raw)).toMatchObject({ from: 'a@example.cn', subject: '填表', text: simple })
  })
  test('blanks stand before its header', async () => {
    const mail = ` From: a@example.cn\nSubject: 填表\n\n${simple}`
    expect(await read(mail)).toMatchObject({ from: 'a@example.cn', subject: '填表', text: simple })
  })
  test('a type without its second half, or of nothing that there is', async () => {
    for (const type of ['text', 'plain text', '', '/'])
      expect((await read(`Content-Type: ${type}\n\n${simple}`)).text).toBe(simple)
  })
  test('an encoding for the way that is none, or not the one that is said', async () => {
    for (const said of ['8-bit', 'utf-8', 'base64', 'x-uuencode', 'none at all'])
      expect((await read(`Content-Transfer-Encoding: ${said}\n\n${simple}`)).text).toBe(simple)
  })
  test('base64 with garbage in it, and cut in the middle', async () => {
    const body = Buffer.from(simple).toString('base64').replace(/.{20}/g, '$&\n*! ')
    expect((await read(`Content-Transfer-Encoding: base64\n\n${body}`)).text).toBe(simple)
    const cut = Buffer.from(simple.repeat(3)).toString('base64').slice(0, 150)
    expect((await read(`Content-Transfer-Encoding: base64\n\n${cut}`)).text).toContain(simple)
  })
  test('quoted-printable that ends in the middle, or is not', async () => {
    expect((await read('Content-Transfer-Encoding: quoted-printable\n\n1 = 2 =E5=9F=BA=')).text).toBe('1 = 2 基')
    expect((await read('Content-Transfer-Encoding: quoted-printable\n\n填表=ZZ')).text).toBe('填表=ZZ')
  })
  test('two types, two subjects: the first counts', async () => {
    const mail = `Content-Type: text/plain\nContent-Type: text/html\nSubject: 一\nSubject: 二\n\n<b>${simple}</b>`
    expect(await read(mail)).toMatchObject({ subject: '一', text: `<b>${simple}</b>` })
  })
  test('UTF-8 with a broken byte stays readable, and German is not taken for Chinese', async () => {
    const broken = wire(
      'Content-Type: text/plain; charset=utf-8\n\n',
      `${simple}${simple}`,
      Buffer.of(0xe5, 0x9f, 0x41),
    )
    expect((await read(broken)).text).toContain(simple)
    const german = wire(
      'Content-Type: text/plain; charset=iso-8859-1\n\n',
      Buffer.from('Ärger mit Änderungen', 'latin1'),
    )
    expect((await read(german)).text).toBe('Ärger mit Änderungen')
  })
})

describe('a header says what its writer meant', () => {
  const head = async (header: string | Buffer) => read(wire(header, '\n\nx'))
  test.each([
    ['Subject: =?utf-8?Q?=E5=A1=AB_=E8=A1=A8?=', '填 表'],
    ['Subject: =?utf-8?B?5aGr?=\n =?utf-8?B?6KGo?=', '填表'],
    ['Subject: =?utf-8?B?5aE=?=\n\t=?utf-8?B?q+ihqA==?=', '填表'],
    ['Subject: =?UTF-8?q?=E5=A1?==?UTF-8?q?=AB?=', '填'],
    ['Subject: =?nothing?Q?abc?=', 'abc'],
    // what was cut off is read as far as it goes
    ['Subject: =?utf-8?B?5aGr', '填'],
    ['Subject: =?utf-8?X?abc?= 填表', '=?utf-8?X?abc?= 填表'],
    ['Subject: a\n\tb', 'a\tb'],
    ['Subject:', ''],
    ['Subject: =?iso-8859-1?Q?=C4nderung?=', 'Änderung'],
    ['Subject: \u001b$B2q5D\u001b(B', '会議'],
    ['From: x@example.cn', ''],
  ])('%s', async (header, subject) => {
    expect((await head(header)).subject).toBe(subject)
  })
  test.each([
    ['From: "=?utf-8?B?5p2O?=" <li@example.cn>', '"李" <li@example.cn>'],
    ['From: li@example.cn (=?utf-8?B?5p2O?=)', 'li@example.cn (李)'],
    ['From: =?gb2312?B?wO4=?= <li@example.cn>', '李 <li@example.cn>'],
    ['From: 大家:li@example.cn,wang@example.cn;', '大家:li@example.cn,wang@example.cn;'],
    ['From: "Li, \\"Da\\"" <li@example.cn>', '"Li, \\"Da\\"" <li@example.cn>'],
    ['Subject: nobody', ''],
  ])('%s', async (header, from) => {
    expect((await head(header)).from).toBe(from)
  })
  test('bytes above ASCII are in the encoding of the body', async () => {
    const raw = wire('Content-Type: text/plain; charset=koi8-r\nSubject: ', Buffer.of(0xf0, 0xd2, 0xc9), '\n\nx')
    expect((await read(raw)).subject).toBe('При')
  })
})

describe('a file has a name wherever it stands', () => {
  const named = async (...header: string[]) =>
    (await read(box('mixed', plain('x'), `${header.join('\n')}\nContent-Transfer-Encoding: base64\n\nAAAA`))).files
  test.each([
    [['Content-Type: image/png; name="照片.png"'], '照片.png'],
    [['Content-Type: image/png', 'Content-Disposition: attachment; filename="=?utf-8?B?54Wn54mH?=.png"'], '照片.png'],
    [['Content-Type: image/png', "Content-Disposition: attachment; filename*=iso-8859-1''%E7%85%A7.png"], '照.png'],
    [
      ['Content-Type: image/png', "Content-Disposition: inline; filename*0*=utf-8''%E7%85;", ' filename*1*=%A7.png'],
      '照.png',
    ],
    [['Content-Type: image/png', 'Content-Disposition: attachment; filename=(1)a.png'], '(1)a.png'],
    [['Content-Type: image/png', 'Content-Disposition: attachment'], ''],
  ])('%s', async (header, name) => {
    expect(await named(...header)).toEqual([name])
  })
})

describe('what a mail says is read once, wherever it says it', () => {
  test('the plain half of a choice, unless it is empty', async () => {
    expect((await read(box('alternative', plain('*文字*'), html('<b>文字</b>')))).text).toBe('*文字*')
    expect((await read(box('alternative', plain(' \n'), html('<b>网页</b>')))).text).toBe('网页')
    const footer = box('mixed', box('alternative', plain(' '), html('<b>网页</b>')), plain('群发页脚'))
    expect((await read(footer)).text).toMatch(/^网页\s+群发页脚$/)
  })
  test('HTML beside plain text that does not stand for it', async () => {
    const mail = box('mixed', plain('文字'), html('<html><body><p>网页</p></body></html>后面'))
    expect((await read(mail)).text).toMatch(/^文字\s+网页\s+后面$/)
  })
  test('HTML with words before, after and hidden in its body', async () => {
    const mail = html('前<html><head><title>x</title></head><body><p style="display:none">藏</p>中</body></html>后')
    expect((await read(mail)).text?.split(/\s+/)).toEqual(['前', '藏', '中', '后'])
  })
  test('HTML in an encoding that it names itself', async () => {
    const page = Buffer.concat([
      Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=koi8-r"><p>'),
      Buffer.of(0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4),
    ])
    expect((await read(wire('Content-Type: text/html\n\n', page))).text).toBe('Привет')
  })
  test('flowing text, with blanks to be taken out', async () => {
    const mail = 'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n每天都要 \n填三张表\n\n-- \n李'
    expect((await read(mail)).text).toBe('每天都要填三张表\n\n-- \n李')
  })
  test('a text with a name beside the words is a file', async () => {
    const part = 'Content-Type: text/plain; charset=utf-8; name="名单.txt"\nContent-Disposition: inline\n\n某某'
    expect(await read(box('mixed', plain('请看附件'), part))).toMatchObject({ text: '请看附件', files: ['名单.txt'] })
  })
  test('all of it in the subject', async () => {
    expect(await read('From: a@example.cn\nSubject: 每周报三次表\n\n')).toMatchObject({ text: '', unreadable: null })
    expect((await read('From: a@example.cn\n\n')).unreadable).toBe('empty')
  })
})
