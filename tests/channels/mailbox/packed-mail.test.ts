import { describe, expect, test } from 'vitest'
import { ownWords } from '#workflows/channels/mailbox/own-words.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { saidByMail } from '#workflows/channels/mailbox/report-of-mail.ts'
import { attribute, enveloped, properties, signed, tnef } from './packed.ts'
import { box, html, plain, read, wire } from './put-together.ts'
import { BYTES, SENTENCES } from './written.ts'

const { simple } = SENTENCES
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\n')
const file = (header: string, bytes: Buffer) => `${header}\nContent-Transfer-Encoding: base64\n\n${base64(bytes)}`

describe('a mail that was passed on inside another', () => {
  const order = `From: 乡党政办 <dzb@example.cn>\nSubject: =?utf-8?B?${Buffer.from('报表通知').toString('base64')}?=\n${box(
    'mixed',
    plain('今晚十二点前报送'),
    file('Content-Type: application/pdf; name="通知.pdf"', Buffer.from('%PDF-')),
  )}`

  test('is read below the words of whoever passed it on, told apart from them, its files beside it', async () => {
    const { text, files } = await read(box('mixed', plain('又要报表'), `Content-Type: message/rfc822\n\n${order}`))
    expect(files).toEqual(['通知.pdf'])
    expect(ownWords(text ?? '').map(({ is, text: said }) => [is, said.trim()])).toEqual([
      ['own', '又要报表'],
      ['forwarded', expect.stringMatching(/发件人: 乡党政办.*\n主题: 报表通知\n\n今晚十二点前报送/)],
    ])
  })
  test('as a file stays a file, and is read all the same', async () => {
    const part = file('Content-Type: message/rfc822; name="order.eml"\nContent-Disposition: attachment', wire(order))
    const { text, files, bytes } = await read(box('mixed', plain('又要报表'), part))
    expect(text).toContain('今晚十二点前报送')
    expect(files).toEqual(['order.eml', '通知.pdf'])
    expect(bytes[0]).toEqual(wire(order))
  })
  test('in its own encoding, under a wrong name', async () => {
    const inner = Buffer.concat([
      Buffer.from('Content-Type: text/plain; charset=us-ascii\r\n\r\n'),
      Buffer.from(BYTES.GBK, 'base64'),
    ])
    const mail = wire('Content-Type: multipart/digest; boundary=b\n\n--b\n\n', inner, '\n--b--')
    expect((await read(mail)).text).toContain(`${simple}朱镕基`)
  })
  test('twenty deep is no harm, and nothing of it is lost', async () => {
    let mail = plain('最里面')
    for (let depth = 0; depth < 20; depth++) mail = `Content-Type: message/rfc822\n\n${mail}`
    const { files, bytes } = await read(mail)
    expect(files).toEqual([''])
    expect(bytes[0]?.toString()).toContain('最里面')
  })
  test('because it could not be delivered is evidence, not words', async () => {
    const mail = box(
      'report',
      plain('无法送达'),
      'Content-Type: message/delivery-status\n\nAction: failed',
      `Content-Type: message/rfc822\n\n${order}`,
    )
    expect((await read(mail)).text).toBe('无法送达')
  })
})

describe('what Outlook packs into winmail.dat', () => {
  const words = (id: number, text: string) => ({ type: 0x1f, id, value: Buffer.from(`${text}\0`, 'utf16le') })
  const packedFile = [
    attribute(0x69002, Buffer.alloc(14)),
    attribute(0x18010, Buffer.from('SHORT~1.XLS\0')),
    attribute(0x6800f, Buffer.from('what is in it')),
    attribute(
      0x69005,
      properties(words(0x3707, '台账 很长的名字.xlsx'), {
        type: 0x1e,
        id: 0x370e,
        value: Buffer.from('application/x\0'),
      }),
    ),
  ]
  const mailWith = (packed: Buffer, words = '') =>
    box('mixed', plain(words), file('Content-Type: application/ms-tnef; name="winmail.dat"', packed))

  test('files come out under their long names', async () => {
    const { text, files, bytes } = await read(mailWith(tnef(...packedFile), '请看附件'))
    expect({ text, files }).toEqual({ text: '请看附件', files: ['台账 很长的名字.xlsx'] })
    expect(bytes[0]?.toString()).toBe('what is in it')
  })
  test('the words come out where the mail has none itself', async () => {
    const gbk = Buffer.concat([Buffer.from(BYTES.GB2312, 'base64'), Buffer.of(0)])
    const codePage = attribute(0x69007, Buffer.of(0xa8, 0x03, 0, 0, 0, 0, 0, 0))
    expect((await read(mailWith(tnef(codePage, attribute(0x2800c, gbk))))).text).toBe(simple)
    expect((await read(mailWith(tnef(attribute(0x69003, properties(words(0x1000, simple))))))).text).toBe(simple)
    const page = { type: 0x102, id: 0x1013, value: Buffer.from(`<p>${simple}</p>`) }
    expect((await read(mailWith(tnef(attribute(0x69003, properties(page)))))).text).toBe(simple)
  })
  test('words in a form that is not read (RTF) stay in it, and the office is told that there is a file', async () => {
    const rtf = attribute(0x69003, properties({ type: 0x102, id: 0x1009, value: Buffer.from('LZFu: {\\rtf1') }))
    for (const [packed, files] of [
      [tnef(rtf), ['winmail.dat']],
      [tnef(rtf, ...packedFile), ['台账 很长的名字.xlsx', 'winmail.dat']],
    ] as const) {
      expect((await read(mailWith(packed))).files).toEqual(files)
      const { mail } = await readMail(wire(mailWith(packed)))
      const said = mail && (await saidByMail(mail, { subject: true }))
      expect(said?.folded).toContainEqual(
        expect.objectContaining({ is: 'leftOut', name: 'winmail.dat', why: 'wrongType' }),
      )
    }
  })
  test('what is broken stays the file that it is', async () => {
    const whole = tnef(...packedFile)
    for (const packed of [
      whole.subarray(0, whole.length - 30),
      Buffer.from('nothing of the kind'),
      tnef(attribute(0x69003, Buffer.of(9, 0, 0, 0))),
    ])
      expect((await read(mailWith(packed, 'x'))).files).toEqual(['winmail.dat'])
  })
})

describe('an invitation', () => {
  const calendar = [
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:每周\\, 例会\nDTSTART;TZID="Asia/Shanghai":20261012T090000',
    'LOCATION:三楼会议室\nDESCRIPTION:带上三张表\\n不得请\n 假\nEND:VEVENT\nEND:VCALENDAR\n',
  ].join('\n')
  const part = `Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\n${calendar}`

  test('is told in words where the mail says nothing else', async () => {
    const { text, files, bytes } = await read(box('mixed', part))
    expect(text).toBe('日程：每周, 例会\n开始：2026-10-12 09:00\n地点：三楼会议室\n说明：带上三张表\n不得请假')
    expect(files).toEqual([''])
    expect(bytes[0]?.toString()).toContain('SUMMARY:每周')
  })
  test('is a file beside the words', async () => {
    expect(await read(box('alternative', plain('请开会'), html('请开会'), part))).toMatchObject({
      text: '请开会',
      files: [''],
    })
  })
})

describe('what is sealed stays sealed and is said to be, what is only signed is read', () => {
  const smime = (bytes: Buffer) => file('Content-Type: application/pkcs7-mime; name="smime.p7m"', bytes)
  const inner = wire(box('mixed', plain(simple), file('Content-Type: image/png; name="照片.png"', Buffer.from('png'))))

  test('signed beside', async () => {
    const mail = box(
      'signed',
      plain(simple),
      file('Content-Type: application/pkcs7-signature; name="smime.p7s"', Buffer.from('s')),
    )
    expect(await read(mail)).toMatchObject({ text: simple, files: ['smime.p7s'], unreadable: null })
  })
  test('signed around, in one piece or many', async () => {
    for (const how of ['whole', 'streamed'] as const)
      expect(await read(smime(signed(inner, how)))).toMatchObject({
        text: simple,
        files: ['照片.png'],
        unreadable: null,
      })
  })
  test('signed around, and broken', async () => {
    const whole = signed(inner)
    for (const broken of [whole.subarray(0, whole.length - 10), enveloped()])
      expect(await read(smime(broken))).toMatchObject({ files: ['smime.p7m'], unreadable: 'encrypted' })
  })
  test('sealed by PGP, in a box or in the text', async () => {
    const version = 'Content-Type: application/pgp-encrypted\n\nVersion: 1'
    const data = 'Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----'
    expect((await read(box('encrypted; protocol="application/pgp-encrypted"', version, data))).unreadable).toBe(
      'encrypted',
    )
    expect((await read(plain('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----'))).unreadable).toBe(
      'encrypted',
    )
  })
  test('signed by PGP in the text: the words are the person’s, the signature is not', async () => {
    const text = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${simple}\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----`
    const { text: said, unreadable } = await read(plain(text))
    expect(unreadable).toBeNull()
    const own = ownWords(said ?? '').filter(({ is }) => is === 'own')
    expect(own.map(({ text: words }) => words.trim())).toEqual([simple])
  })
})

describe('files as they stood in a text before there were parts', () => {
  // "what is in it" in the letters of uuencode
  const uu = 'begin 644 名单.txt\n-=VAA="!I<R!I;B!I=```\n`\nend'
  test('come out of the text', async () => {
    const { text, files, bytes } = await read(plain(`请看附件\n${uu}\n谢谢`))
    expect([text?.split(/\s+/), files]).toEqual([['请看附件', '谢谢'], ['名单.txt']])
    expect(bytes[0]?.toString()).toBe('what is in it')
  })
  test('come out of a part that says so', async () => {
    const part = `Content-Type: application/octet-stream; name="名单.txt"\nContent-Transfer-Encoding: x-uuencode\n\n${uu}`
    const { files, bytes } = await read(box('mixed', plain('请看附件'), part))
    expect([files, bytes[0]?.toString()]).toEqual([['名单.txt'], 'what is in it'])
    expect((await read(`Content-Transfer-Encoding: uuencode\n\n${uu}`)).text).toBe('what is in it')
  })
  test('stay text where they are broken', async () => {
    const broken = '前\nbegin 644 a.txt\n这不是文件\nend'
    expect(await read(plain(broken))).toMatchObject({ text: broken, files: [] })
  })
})
