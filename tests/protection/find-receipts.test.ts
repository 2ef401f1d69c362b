import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayOpen } from '#workflows/protection/find-receipts.ts'
import { writeLinkToken } from '#workflows/protection/link-token.ts'
import { maskReceipts, MASK } from '#workflows/protection/mask-receipts.ts'
import { printReceipt, readReceipt, receiptCode } from '#workflows/protection/receipt-code.ts'
import { freshKeys } from './fresh-keys.ts'

const keys = { ...(await freshKeys()), receipt: Buffer.alloc(32, 7) }
const submission = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes))
const code = submission.map((bytes) => receiptCode(keys, bytes))
const A_SUBMISSION = Buffer.alloc(16, 0xa7)
const CODE = receiptCode(keys, A_SUBMISSION)
const TOKEN = writeLinkToken(A_SUBMISSION)
const LINK = `https://huiyin.example/from-mail?t=${TOKEN}`

/** The text as it is kept where these open a thread, and nothing else does. */
const kept = (text: string, ...opens: string[]) =>
  maskReceipts(
    text,
    mayOpen(text).filter(({ key }) => opens.includes(key)),
  )
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const inGroups = (between: string) => printReceipt(CODE).replaceAll(' ', between)
const inDigits = (digits: string) => CODE.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? '')

/** Everything that the reader of /follow leaves out between digits. */
const between = fc.string({
  unit: fc.constantFrom(' ', '\u00a0', '\u3000', '\t', '\n', '\r', '-', '－', '—', '−', '\u200b', '\ufeff', ':', '：'),
  maxLength: 6,
})
const written = fc
  .tuple(
    code,
    fc.array(between, { minLength: 20, maxLength: 20 }),
    fc.array(fc.boolean(), { minLength: 20 }),
    fc.nat(3),
  )
  .map(([digits, gaps, wide, label]) => ({
    digits,
    text:
      ['', '查询码：', 'Receipt code: ', 'RECEIPT CODE'][label] +
      [...digits].map((digit, at) => (wide[at] ? fullWidth(digit) : digit) + gaps[at]).join(''),
  }))

test('whatever writing of a code opens a thread is found in any text and nothing of it is left', () => {
  fc.assert(
    fc.property(
      written,
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ maxLength: 40 }),
      (one, before, after) => {
        // only what the page itself would take
        fc.pre(readReceipt(one.text) === one.digits)
        const text = kept(`${before}${one.text}${after}`, one.digits)
        expect(text).toContain(MASK)
        expect(mayOpen(text).some(({ key }) => key === one.digits)).toBe(false)
      },
    ),
  )
})

test('a token of a link is found in any text, alone or in its link', () => {
  const around = fc.string({ unit: fc.constantFrom(...'字 ,.：/?&=()<>"\n甲'), maxLength: 20 })
  fc.assert(
    fc.property(submission, around, around, fc.boolean(), (bytes, before, after, linked) => {
      const token = writeLinkToken(bytes)
      const said = `${before}${linked ? 'https://huiyin.example/from-mail?t=' : ''}${token}${after}`
      expect(kept(said, token)).not.toContain(token)
    }),
  )
})

test.each<[string, string]>([
  ['after other digits', `打 13800001111${CODE}`],
  ['before other digits', `${CODE}13800001111`],
  ['after a number with a blank', `工单 20261012 ${CODE}`],
  ['with four blanks and more', inGroups('         ')],
  ['with zero-width characters', inGroups('\u200b\u200d\u2060\ufeff')],
  ['with dots', inGroups('.')],
  ['with middle dots and commas', inGroups('·、，')],
  ['over the lines of a quoted mail', `> ${inGroups('\n> ')}`],
  ['over the lines of a mail quoted twice', `>> ${inGroups('\r\n>> ')}`],
  ['in quote marks', `“${inGroups('”“')}”`],
  ['in a table', `| ${inGroups(' | ')} |`],
  ['in bold', inGroups('** **')],
  ['in full width', fullWidth(inGroups('　'))],
  ['in Arabic digits', inDigits('٠١٢٣٤٥٦٧٨٩')],
  ['in mathematical digits', inDigits('𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗')],
  ['in circles', inDigits('⓪①②③④⑤⑥⑦⑧⑨')],
  ['on keys', [...CODE].map((digit) => `${digit}\ufe0f\u20e3`).join('')],
  ['in Chinese numerals', inDigits('〇一二三四五六七八九')],
  ['in Chinese numerals after others', `第一次查询码${inDigits('零一二三四五六七八九')}`],
  ['as it is said aloud', inDigits('洞幺两三四五六拐八勾')],
  ['in numerals of accounts', inDigits('零壹贰叁肆伍陆柒捌玖')],
  ['with its label among it', `${CODE.slice(0, 8)}查询码${CODE.slice(8)}`],
  [
    'as two people say it',
    `来电人：${CODE.slice(0, 4)}\n话务员：嗯\n来电人：${CODE.slice(4, 12)}\n话务员：请继续\n来电人：${CODE.slice(12)}`,
  ],
  ['in HTML', inGroups('&nbsp;')],
  ['in numbered entities', [...CODE].map((digit) => `&#${digit.charCodeAt(0)};`).join('')],
  ['in an address', `q=${inGroups('%20')}`],
  ['in an address, in full width', `q=${encodeURIComponent(fullWidth(CODE))}`],
  ['in quoted-printable', inGroups('=20=\r\n')],
  ['in base64', `正文 ${Buffer.from(`我的查询码是 ${printReceipt(CODE)}，谢谢`).toString('base64')} 完`],
])('a code %s', (_, text) => {
  const left = kept(text, CODE)
  expect(left).not.toBe(text)
  expect(mayOpen(left).some(({ key }) => key === CODE)).toBe(false)
})

const encoded = encodeURIComponent(LINK)
test.each<[string, string]>([
  ['as it was sent', LINK],
  ['broken over two lines', `${LINK.slice(0, -9)}\n${LINK.slice(-9)}`],
  ['broken in a quotation', `> ${LINK.slice(0, -9)}\n> ${LINK.slice(-9)}`],
  ['in percent signs', encoded],
  ['in percent signs, in small letters', encoded.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase())],
  [
    'by Outlook',
    `https://emea01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02%7Cli%40mail.example%7C&reserved=0`,
  ],
  ['by QQ', `https://mail.qq.com/cgi-bin/readtemplate?t=safety&check=false&gourl=${encoded}&subtemplate=gray`],
  ['by 163', `https://mail.163.com/js6/s?func=mbox:redirect&url=${encodeURIComponent(encoded)}`],
  [
    'by WeChat',
    `https://weixin110.qq.com/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi?main_type=2&url=${encoded}&evil_type=0`,
  ],
  [
    'by a gateway that writes dashes',
    `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(LINK)
      .replace(/[-_]/g, (sign) => (sign === '-' ? '%2D' : '%5F'))
      .replaceAll('%2F', '_')
      .replaceAll('%', '-')}&d=DwMFaQ`,
  ],
  ['in base64', `https://gateway.example/?u=${Buffer.from(LINK).toString('base64url')}`],
  [
    'in a body of base64',
    Buffer.from(`您好，请打开 ${LINK} 查看。`.repeat(2)).toString('base64').replace(/.{76}/g, '$&\r\n'),
  ],
  ['in quoted-printable', LINK.replace('=', '=3D').replace(/.{30}/g, '$&=\r\n')],
  ['in HTML', `<a href="${LINK.replace('=', '&#61;')}">打开</a>`],
  ['alone', `链接最后那段是 ${TOKEN}。`],
])('a link rewritten %s', (_, text) => {
  const left = kept(text, TOKEN)
  expect(left).not.toBe(text)
  expect(mayOpen(left).some(({ key }) => key === TOKEN)).toBe(false)
})

describe('what is none stays', () => {
  test.each([
    ['a list of telephones', '13800001111、13900002222、13700003333'],
    ['numbers of documents', '云减负交〔2026〕17号，文号 2026101200017000300045'],
    ['a number without the check digit', `单号 ${CODE.slice(0, 19)}${(Number(CODE[19]) + 1) % 10}`],
    ['a long word', 'https://example.com/aVeryLongAddressWithoutAnyMeaningAtAll'],
    ['percent signs and entities', '完成 100%25，A&amp;B，=E4=BD=A0'],
  ])('%s', (_, text) => {
    expect(kept(text, CODE, TOKEN)).toBe(text)
    expect(mayOpen(text).some(({ key }) => key === CODE || key === TOKEN)).toBe(false)
  })

  test('the words between the digits', () => {
    const [one, other] = [CODE.slice(0, 8), CODE.slice(8)]
    expect(kept(`前八位${one}，后面是${other}。`, CODE)).toBe(`前八位${MASK}，后面是${MASK}。`)
  })
  test('the digits before and after', () => {
    expect(kept(`打13800001111 ${CODE} 12345`, CODE)).toBe(`打13800001111 ${MASK} 12345`)
  })
  test('what was masked once', () => {
    const once = kept(`${LINK} ${CODE}`, CODE, TOKEN)
    expect(kept(once, CODE, TOKEN)).toBe(once)
  })
})

test('a link of ours is masked though nothing here is opened by it', () => {
  expect(kept('见 http://a.example/from-mail?t=SECRETTOKEN，谢谢')).toBe('见 http://a.example/from-mail?t=…，谢谢')
})

describe('twice the text takes no more than 2.6 times as long', () => {
  const letters = 'aB3-_Zq9'
  test.each<[string, (size: number) => string]>([
    ['digits', (size) => '1234567890'.repeat(size / 10)],
    ['digits and blanks', (size) => '1    '.repeat(size / 5)],
    ['digits far apart', (size) => `1${' '.repeat(199)}`.repeat(size / 200)],
    ['numerals', (size) => '一二三'.repeat(size / 3)],
    ['letters of tokens', (size) => letters.repeat(size / 8)],
    ['tokens that could be', (size) => 'A'.repeat(size)],
    ['percent signs', (size) => '%25'.repeat(size / 3)],
    ['percent signs one in the other', (size) => `%${'25'.repeat(size / 2)}`],
    ['quoted-printable', (size) => '=3D=\n'.repeat(size / 5)],
    ['entities', (size) => '&#49;'.repeat(size / 5)],
    ['links in the place of tokens', (size) => 'from-mail-t-'.repeat(size / 12)],
    ['beginnings of links', (size) => 'from-mail?t='.repeat(size / 12)],
    ['lines of base64', (size) => `${letters.repeat(9)}\n`.repeat(size / 73)],
  ])('of %s', (_, text) => {
    const time = (size: number) => {
      const said = text(size)
      let best = Number.POSITIVE_INFINITY
      for (let turn = 0; turn < 4; turn++) {
        const before = process.cpuUsage()
        maskReceipts(said, mayOpen(said))
        const { user, system } = process.cpuUsage(before)
        best = Math.min(best, user + system)
      }
      return best
    }
    const [once, four] = [time(30_000), time(120_000)]
    // doubled twice; below 60 ms a collection of garbage decides
    expect(four).toBeLessThan(Math.max(60_000, once * 2.6 ** 2))
  })
})
