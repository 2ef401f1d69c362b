import { describe, expect, test } from 'vitest'
import { ownWords } from '#workflows/channels/mailbox/own-words.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { box, plain, read, wire } from './put-together.ts'

const own = (text: string) =>
  ownWords(text)
    .filter(({ is }) => is === 'own')
    .map(({ text: said }) => said.trim())
    .join('\n')
const ownOf = async (mail: string) => own((await readMail(wire(mail))).mail?.text ?? '')
const flowed = (text: string, more = '') => `Content-Type: text/plain; charset=utf-8; format=flowed${more}\n\n${text}`

describe('an answer below a quoted line that flows is the person’s own', () => {
  const head = '在 2026/9/18 16:20, 减负办 写道:\n'
  test.each([
    ['each below its question', `${head}> 哪个科室要的台账? \n是综治办要的。\n\n> 从哪一月起? \n五月起。`],
    ['below a question of two lines', `${head}> 请问 \n> 是谁要的? \n是综治办要的。\n五月起。`],
    ['above a quoted line', `${head}> 谁要的?\n是综治办要的。 \n> 几月?\n五月起。`],
  ])('%s', async (_, text) => {
    expect(await ownOf(flowed(text))).toBe('是综治办要的。\n五月起。')
  })
  test('lines of one depth flow together still', async () => {
    const text = `${head}> > 早 \n> > 晚\n> 各 \n> 一次\n每天 \n都要报。`
    expect((await read(flowed(text))).text).toBe(`${head}>> 早 晚\n> 各 一次\n每天 都要报。`)
    const more = flowed('> 问 \n答 \n案', '; delsp=yes')
    expect((await read(more)).text).toBe('> 问\n答案')
  })
})

describe('words before an attribution on the same line are the person’s own', () => {
  test.each([
    '在 2026年9月18日，16:20，减负办 <mail@office.example> 写道：\n> 请补充是谁要的台账',
    '在2026年9月18日 16:20，减负办<mail@office.example> 写道：\n\n请补充',
    '于2026年9月18日周五 下午4:20写道：减负办 <mail@office.example> 写道：\n> 请补充',
    '减负办 <mail@office.example> 于2026年9月18日周五 16:20写道：\n> 请补充',
    'On Fri, Sep 18, 2026 at 4:20 PM Office <mail@office.example> wrote:\n> 请补充',
    '------------------ 原始邮件 ------------------\n发件人: "减负办" <mail@office.example>\n\n请补充',
  ])('%s', (quoted) => {
    expect(own(`是综治办要的，五月开始。${quoted}`)).toBe('是综治办要的，五月开始。')
  })
  test('what a person tells of others is one sentence', () => {
    const text = '我记得张某在2026年9月18日 16:20写道：\n“今晚必须报”\n请查。'
    expect(own(text)).toBe(text)
  })
})

describe('a notice that a person copied does not swallow what they say below it', () => {
  const notice = '发件人：综治办张某\n发送时间：9月18日 23:10\n收件人：各社区\n\n明早九点前交四份台账。'
  test('introduced by the person, it is part of the letter', () => {
    const text = `群里是这么发的：\n\n${notice}\n\n深夜派活，社区干部吃不消。`
    expect(own(text)).toBe(text)
  })
  test('not introduced, it ends where the person speaks', () => {
    expect(own(`台账太多了。\n\n${notice}\n\n我认为深夜派活不合理，请管一管。`)).toBe(
      '台账太多了。\n我认为深夜派活不合理，请管一管。',
    )
  })
  test('a mail with an address that the person introduces ends there too', () => {
    const mail = '发件人: 张某 <zhang@town.example>\n发送时间: 2026年9月18日\n主题: 台账\n\n明早九点前交。'
    expect(own(`原邮件如下：\n\n${mail}\n\n希望管一管，我们实在做不完。`)).toBe(
      '原邮件如下：\n希望管一管，我们实在做不完。',
    )
  })
})

describe('a list whose items begin with > is the person’s own', () => {
  test.each([
    '> 第一，台账多，每周四份\n> 第二，群多\n> 第三，会多\n以上三点请核实。',
    '> 1. 台账多\n> 2. 群多\n\n请核实。',
    '我反映这些：\n> 台账多\n> 群多\n\n请核实。',
    '> 台账多\n> 群多\n这两件事请核实。',
  ])('%s', (text) => expect(own(text)).toBe(text))
  test('also above the mail that it answers', () => {
    const text = '补充如下：\n> 台账多\n> 群多'
    expect(own(`${text}\n\n在 2026年9月18日，减负办 <mail@office.example> 写道：\n> 1. 还有吗`)).toBe(text)
  })
  test('but questions are quoted', () => {
    expect(own('> 1. 谁要的？\n> 2. 几月起？\n综治办，五月。')).toBe('综治办，五月。')
  })
})

describe('the attribution of a program goes with its quote', () => {
  test.each([
    ['Gmail', '减负办 <mail@office.example> 于2026年9月18日周五 16:20写道：\n\n> 请补充'],
    ['Gmail, broken within the address', '减负办 <\nmail@office.example> 于2026年9月18日周五 16:20写道：\n\n> 请补充'],
    ['Gmail in Taiwan', '減負辦 <mail@office.example> 於 2026年9月18日 週五 下午4:20寫道：\n\n> 請補充'],
    ['Gmail, broken twice', 'On Fri, Sep 18, 2026 at 4:20 PM The Office\n<mail@office.example>\nwrote:\n\n> 请补充'],
    [
      'WeCom',
      '------------------ Original ------------------\nFrom: 减负办 <mail@office.example>\nDate: 周五,9月 18,2026 16:20\nTo: 何<h@x.example>\nSubject: 回复\n\n请补充',
    ],
    [
      'Galaxy',
      '-------- 原始邮件 --------\n发件人： 减负办 <mail@office.example>\n日期： 2026/9/18 16:20 (GMT+08:00)\n收件人： h@x.example\n主题： 回复\n\n请补充',
    ],
    [
      'Galaxy in English',
      '-------- Original message --------\nFrom: Office <mail@office.example>\nDate: 18/09/2026 16:20 (GMT+08:00)\nTo: h@x.example\nSubject: Re\n\n请补充',
    ],
    ['Galaxy, another word', '-------- 源邮件 --------\n发件人： 减负办\n主题： 回复\n\n请补充'],
  ])('%s', (_, quoted) => expect(own(`是综治办要的。\n\n${quoted}`)).toBe('是综治办要的。'))
})

describe('a file that a mail calls text', () => {
  // bytes that fit no encoding
  const docx = Buffer.from('504b030414ff9c81d5c3fe8197e09d90ff81fe8fd39cf8a0'.padEnd(400, 'ff9c81d5fe8f'), 'hex')
  const sound = Buffer.from('2321414d520a0c0e9d', 'hex')
  const wps = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(200)])
  test.each([
    ['台账.docx', docx],
    ['录音.amr', sound],
    ['台账.wps', wps],
    ['数据.bin', Buffer.alloc(300)],
  ])('%s is a file, and the mail is read', async (name, bytes) => {
    const file = `Content-Type: text/plain; charset=utf-8; name="${name}"\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}`
    const found = await read(box('mixed', plain('每周四份台账，见附件。'), file))
    expect(found).toMatchObject({ text: '每周四份台账，见附件。', files: [name], unreadable: null })
    expect(found.bytes[0]).toEqual(bytes)
  })
})
