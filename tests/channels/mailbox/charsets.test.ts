import { describe, expect, test } from 'vitest'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { BYTES, SENTENCES } from './written.ts'

const { simple, wide, traditional } = SENTENCES
const bytes = (name: keyof typeof BYTES) => Buffer.from(BYTES[name], 'base64')
const utf8 = Buffer.from(simple)
const mail = (headers: string[], body: Buffer | string) =>
  Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n`), Buffer.from(body)])
const quoted = (body: Buffer) => [...body].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
/** Lines of quoted-printable that end wherever they end, also within a character. */
const folded = (body: Buffer) =>
  quoted(body)
    .join('')
    .replace(/(.{75})(?=.)/g, (line) => line)
    .match(/(?:=..){1,24}/g)
    ?.join('=\r\n') ?? ''

/** What it really is, what the mail calls it, and what a person must read. */
const TABLE: [what: string, body: Buffer, labels: (string | null)[], text: string][] = [
  [
    'GB2312',
    bytes('GB2312'),
    ['gb2312', 'GBK', 'gb18030', 'GB_2312-80', 'x-gbk', 'cp936', 'utf-8', 'iso-8859-1', 'us-ascii', null],
    simple,
  ],
  ['GBK', bytes('GBK'), ['gb2312', 'gbk', 'gb18030', 'utf-8', 'windows-1252', null], `${simple}朱镕基`],
  ['GB18030', bytes('GB18030'), ['gb2312', 'gbk', 'gb18030', 'utf-8', null], wide],
  ['Big5', bytes('Big5'), ['big5', 'BIG5-HKSCS', 'cp950', 'iso-8859-1', null], traditional],
  ['UTF-8', utf8, ['utf-8', 'UTF8', 'gb2312', 'gbk', 'big5', 'iso-8859-1', 'us-ascii', 'x-unknown', null], simple],
  ['ISO-2022-JP', bytes('ISO-2022-JP'), ['iso-2022-jp'], 'これは会議の記録です'],
  ['Shift_JIS', bytes('Shift_JIS'), ['shift_jis', 'cp932'], 'これは会議の記録です。毎週三回です。'],
  ['EUC-KR', bytes('EUC-KR'), ['euc-kr', 'ks_c_5601-1987'], '회의가 너무 많습니다'],
]

describe('a mail is read in the encoding it is in, whatever it says', () => {
  for (const [what, body, labels, text] of TABLE)
    for (const label of labels) {
      const type = `Content-Type: text/plain${label ? `; charset=${label}` : ''}`
      const head = ['From: a@example.cn', 'MIME-Version: 1.0']
      const ways: [string, Buffer][] = [
        ['as it is', mail([...head, type, 'Content-Transfer-Encoding: 8bit'], body)],
        ['in base64', mail([...head, type, 'Content-Transfer-Encoding: base64'], body.toString('base64'))],
        ['quoted-printable', mail([...head, type, 'Content-Transfer-Encoding: quoted-printable'], folded(body))],
        [
          'as one part of two',
          mail(
            [...head, 'Content-Type: multipart/mixed; boundary="==x"'],
            Buffer.concat([
              Buffer.from(`--==x\r\n${type}\r\n\r\n`),
              body,
              Buffer.from(
                '\r\n--==x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--==x--\r\n',
              ),
            ]),
          ),
        ],
      ]
      for (const [way, raw] of ways)
        test(`${what} called ${label ?? 'nothing'}, ${way}`, async () => {
          expect(await readMail(raw)).toMatchObject({ unreadable: null, mail: { text } })
        })
    }
})

describe('a subject is read in the encoding it is in', () => {
  for (const [what, body, labels, text] of TABLE)
    for (const label of labels.filter((each) => each !== null)) {
      const head = (subject: string) => mail([`Subject: ${subject}`, 'From: a@example.cn'], 'x')
      test(`${what} in encoded words called ${label}`, async () => {
        const raw = head(`=?${label}?B?${body.toString('base64')}?=`)
        expect((await readMail(raw)).mail?.subject).toBe(text)
      })
    }

  test('a character that begins in one encoded word and ends in the next', async () => {
    const [half, rest] = [bytes('GB18030').subarray(0, 7), bytes('GB18030').subarray(7)]
    const word = (part: Buffer) => `=?gb2312?B?${part.toString('base64')}?=`
    const raw = mail([`Subject: ${word(half)}\r\n ${word(rest)}`], 'x')
    expect((await readMail(raw)).mail?.subject).toBe(wide)
  })

  test('GBK and UTF-8 straight in the header', async () => {
    for (const raw of [bytes('GB2312'), utf8]) {
      const letter = Buffer.concat([Buffer.from('Subject: '), raw, Buffer.from('\r\nFrom: a@example.cn\r\n\r\nx')])
      expect((await readMail(letter)).mail?.subject).toBe(simple)
    }
  })
})

describe('a file keeps its name', () => {
  const file = (parameter: string) =>
    mail(
      ['Content-Type: multipart/mixed; boundary=b'],
      `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; ${parameter}\r\n\r\nAAAA\r\n--b--`,
    )
  const nameOf = async (raw: Buffer) => (await readMail(raw)).mail?.files[0]?.name

  test('by RFC 2231, with more than GB2312 under its name', async () => {
    const percent = quoted(bytes('GB18030')).join('').replaceAll('=', '%')
    expect(await nameOf(file(`filename*=gb2312''${percent}`))).toBe(wide)
  })
  test('in encoded words, as every client in China writes it', async () => {
    expect(await nameOf(file(`filename="=?gb2312?B?${BYTES.GB18030}?="`))).toBe(wide)
  })
})

describe('what nothing here can read is kept for people', () => {
  for (const [label, body] of [
    ['iso-2022-kr', bytes('ISO-2022-KR')],
    ['hz-gb-2312', bytes('HZ')],
  ] as const)
    test(`${label} with more than plain letters`, async () => {
      const raw = mail([`Content-Type: text/plain; charset=${label}`], body)
      expect((await readMail(raw)).unreadable).toBe('charset')
    })
  test('plain letters under such a name are plain letters', async () => {
    expect(await readMail(mail(['Content-Type: text/plain; charset=iso-2022-cn'], 'hello'))).toMatchObject({
      unreadable: null,
      mail: { text: 'hello' },
    })
  })
})

test('a word of French is not taken for Chinese', async () => {
  const raw = mail(['Content-Type: text/plain'], Buffer.from('déjà vu à la fenêtre', 'latin1'))
  expect((await readMail(raw)).mail?.text).toBe('déjà vu à la fenêtre')
})

test('half a letter at the end of a word is a letter of Latin', async () => {
  const accented = Buffer.from('accentu\u00e9', 'latin1')
  const subject = 'Subject: Essai =?iso-8859-1?Q?accentu=E9?='
  const { mail: read } = await readMail(
    mail(['From: a@example.fr', subject, 'Content-Type: text/plain; charset=iso-8859-1'], accented),
  )
  expect(read).toMatchObject({ subject: 'Essai accentué', text: 'accentué' })
})
