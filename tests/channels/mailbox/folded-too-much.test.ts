import { describe, expect, test } from 'vitest'
import { ownWords } from '#workflows/channels/mailbox/own-words.ts'

const own = (text: string) =>
  ownWords(text)
    .filter(({ is }) => is === 'own')
    .map(({ text: said }) => said.trim())
    .join('\n')

describe('a person’s own words are not folded away for what they look like', () => {
  test.each([
    ['a warning to whoever reads', '重要提示:请不要把我的信转给镇里!\n\n我们镇每周要填三张表。\n\n请保密。'],
    ['a letter that speaks of itself', '保密须知我懂。\n\n本邮件反映白石镇政府填表多的问题，请查处。\n每周三张表。'],
    ['a plea not to pass it on', '本邮件未经我同意不得转发给镇里，请保密。\n每周三张表。'],
    [
      'when, where and what, each under its name',
      '反映内容如下:\n时间：2026年10月10日\n地址：青禾区白石镇\n主题：填表太多\n事情是这样的：每周三张表。',
    ],
    ['meetings with times', '例如:\n时间:10月8日 20:00\n主题:调度会\n时间:10月9日 21:00\n主题:再调度会\n\n请查。'],
    [
      'the head of a letter',
      '收件人:专项办\n发件人:一名村干部\n日期:2026年10月12日\n主题:反映表多\n\n我们村每周三张表。',
    ],
    ['what a notice says', '通知里写道：\n“今晚必须报”\n我们村每周三张表。'],
    ['what a leader wrote, with its year', '我想说的是 2019年张书记曾写道：\n“减负要落到实处”\n现在还是每周三张表。'],
    ['what was written in a group, with its time', '10月10日 20:00，张主任在群里写道：\n今晚必须报\n每周都这样。'],
    ['a sentence from the heart, about telephones', '发自内心地讲，政务App太多，手机都装不下了。'],
    ['telephones of a village', '来自张家村的手机打卡要求太多\n通过微信工作邮箱发文件每天几十个'],
    ['a list of what is asked', '我们要做的:\n使用企业微信\n下载手机客户端'],
    ['a line of hyphens above a list', '我反映三件事:\n--\n一是会多。\n二是表多。'],
    ['a line of hyphens in a short list', '我反映:\n--\n会多\n表多'],
    ['the mark of a signature above more evidence', '三张表。\n-- \n以下是补充证据:\n\n1.五个会\n2.六个群'],
    [
      'a line across the page',
      '第一件:会多\n________________________________\n第二件:表多\n------------------\n第三件:群多',
    ],
    ['more than so many', '领导讲“>3张表要审批”，我们有：\n>5张日报\n>6张周报\n没有一张审批过。'],
    ['more people than a number', '我们每周开五个会。\n> 500 人的大会也要全员到。'],
    ['a heading between full-width brackets', '＞＞关于会议\n我们每周开五个会。'],
    ['where it is, at the end', '镇里要求下载8个App。\n\n地址:青禾区白石镇李家村\n单位:白石镇人民政府'],
    ['whom it is about, at the end', '他们让我们每天打卡。\n\n被举报人:张大山\n单位:白石镇党政办\n电话:0571-88887777'],
    ['a list of those responsible', '每周三张表。责任人如下：\n张大山\n白石镇党政办'],
    ['all of it indented', '> 我们村每周三张表。\n> 请查。'],
  ])('%s', (_, text) => expect(own(text)).toBe(text))

  test('more is said below the line of a mailbox', () => {
    expect(own('三张表。\n\n--\n发自我的网易邮箱平板适配版\n另外还有五个会')).toBe('三张表。\n另外还有五个会')
  })
  test('an answer below the mail that it answers, without marks', () => {
    const text = [
      '------------------ 原始邮件 ------------------',
      '发件人: "张主任" <zhang@x.cn>;',
      '发送时间: 2026年10月10日',
      '主题: 关于报表',
      '',
      '请今晚报送。',
      '',
      '以上是领导的要求。我写的:每周三张表,请查。',
    ]
    expect(own(text.join('\n'))).toBe('以上是领导的要求。我写的:每周三张表,请查。')
  })
  test('words below the notice of a server', () => {
    const text =
      '村里要填三张表。\n\n*****\n本邮件及其附件含有民政局的保密信息，仅限于发送给上面地址中列出的个人。\n*****\n补充:还有日报。'
    expect(own(text)).toBe('村里要填三张表。\n补充:还有日报。')
  })
})

describe('what programs add is told all the same', () => {
  test.each([
    ['the notice of a town', '声明:本邮件含有白石镇人民政府的保密信息,仅供收件人使用。如误收请删除。'],
    ['a notice in English', 'This email and any attachments are confidential.'],
    [
      'another notice in English',
      'CONFIDENTIALITY: intended solely for the addressee. If received in error, delete it.',
    ],
    ['a telephone', '发自我的华为手机'],
    ['a telephone in English', 'Sent from my iPhone'],
    ['a mailbox', '发自139邮箱'],
    ['a program', '从 Outlook for iOS 发送'],
    ['a program that one may load', '获取 Outlook for Android<https://aka.ms/AAb9ysg>'],
    ['a maker of signatures', '签名由 网易邮箱大师 <https://mail.163.com/dashi> 定制'],
    ['a mail under a line across the page', '__________\n发件人: 张\n发送时间: 10月\n主题: 报表\n\n各村报表'],
    ['a mail of 139', '----邮件原文----\n发件人:张主任 <1390000@139.com>\n主题:报表\n\n请今晚报送'],
    ['a mail under a table', '---- 回复的原邮件 ----\n| 发件人 | 张<zhang@163.com> |\n| 主题 | 报表 |\n请今晚报送。'],
    ['a header with lines between', '发件人: 张 <z@x.cn>\n\n发送时间: 10月\n\n主题: 报表\n\n各村报表'],
    ['an attribution on two lines', 'On Mon, Oct 12, 2026 at 9:00 AM Office\n<a@b.cn> wrote:\n\n> more?'],
    ['an unmarked mail', '在 2026-10-10 20:00:00，"张主任" <zhang@163.com> 写道：\n\n请今晚报送。'],
  ])('%s', (_, added) => expect(own(`村里要填三张表。\n\n${added}`)).toBe('村里要填三张表。'))
})

test.each([
  '> ',
  '写道：',
  ' ',
  '发件人:',
  '-',
  '1',
  '王',
  'a@',
  '发自',
  '本邮件含有',
  '\t\n',
  '----\n',
  '13812345678\n',
  '> a\n1\n',
])(
  'a million letters of %j are told apart in a moment',
  (piece) => {
    const text = `${piece.repeat(1_000_000 / piece.length)}!`
    const begun = performance.now()
    expect(ownWords(text).reduce((sum, { text: said }) => sum + said.length + 1, -1)).toBe(text.length)
    expect(performance.now() - begun).toBeLessThan(5_000)
  },
  60_000,
)
