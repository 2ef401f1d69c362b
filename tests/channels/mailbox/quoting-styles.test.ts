import { expect, test } from 'vitest'
import { ownText } from '#workflows/channels/mailbox/own-words.ts'

const OWN = '是综治办要的台账，五月开始。\n每周四份。'
const ASKED = '请补充是谁要的台账。'
const MARKED = `> ${ASKED}\n> 减负办`
const WHO = '减负办 <mail@office.example>'
const rule = (label: string, dashes = '------------------') => `${dashes} ${label} ${dashes}`
const header = (names: string, date = '2026年9月18日 16:20') => {
  const [from, sent, to, subject] = names.split(' ')
  return `${from}: ${WHO}\n${sent}: ${date}\n${to}: anmou@home.example\n${subject}: 回复\n\n${ASKED}`
}
const HEADER = header('发件人 发送时间 收件人 主题')
const ENGLISH = header('From Sent To Subject', 'Friday, September 18, 2026 4:20 PM')
const DATED = header('From Date To Subject', 'Fri, 18 Sep 2026 16:20:00 +0800')
const TAIWAN = header('寄件者 寄件日期 收件者 主旨')

/** What stands below the person’s words, as programs write it. */
const BELOW: Record<string, string> = {
  QQ: `${rule('原始邮件')}\n${HEADER}`,
  'QQ without dashes': `            原始邮件\n\n\n${header('发件人 发件时间 收件人 主题')}`,
  'QQ in English': `${rule('Original')}\n${DATED}`,
  'QQ, an answer': `${rule('回复的邮件')}\n${HEADER}`,
  'QQ, passed on': `${rule('转发邮件')}\n${HEADER}`,
  WeCom: `${rule('Original')}\nFrom:  "减负办"<mail@office.example>;\nDate:  Fri, Sep 18, 2026 04:20 PM\nTo:  "安某";\nSubject:  回复\n\n${ASKED}`,
  'WeCom, its line': `发自我的企业微信\n\n${rule('原始邮件')}\n${HEADER}`,
  NetEase: `---- 回复的原邮件 ----\n| 发件人 | 减负办<mail@office.example> |\n| 日期 | 2026年09月18日 16:20 |\n| 主题 | 回复 |\n${ASKED}`,
  'NetEase, attribution': `在 2026-09-18 16:20:00，"减负办" <mail@office.example> 写道：\n\n${ASKED}`,
  'NetEase, marked': `At 2026-09-18 16:20:00, "减负办" <mail@office.example> wrote:\n${MARKED}`,
  'NetEase, original': `-------- 原始信息 --------\n${HEADER}`,
  '139': `----邮件原文----\n发件人:减负办 <mail@office.example>\n主题:回复\n\n${ASKED}`,
  Sina: `----- 原始邮件 -----\n发件人：${WHO}\n收件人：a@home.example\n主题：回复\n日期：2026年09月18日 16点20分\n\n${ASKED}`,
  Sohu: `----- 原文 -----\n> ${ASKED}`,
  Foxmail: ` \n发件人： 减负办\n发送时间： 2026-09-18 16:20\n收件人： 安某\n主题： 回复\n${ASKED}`,
  'Foxmail in English': `From: 减负办\nDate: 2026-09-18 16:20\nTo: anmou\nSubject: 回复\n${ASKED}`,
  Coremail: `> -----原始邮件-----\n> 发件人:"减负办" <mail@office.example>\n>\n> ${ASKED}`,
  'Coremail in English': `-----Original Messages-----\n${DATED}`,
  Alimail: `------------------------------------------------------------------\n发件人：减负办 <mail@office.example>\n发送时间：2026年9月18日(星期五) 16:20\n收件人：安某 <a@home.example>\n主　题：回复\n\n${ASKED}`,
  'Alimail in English': `------------------------------------------------------------------\nSender:减负办 <mail@office.example>\nSent At:2026 Sep. 18 (Fri.) 16:20\nRecipient:a <a@home.example>\nSubject:回复\n\n${ASKED}`,
  Outlook: HEADER,
  'Outlook with a line': `________________________________\n${HEADER}`,
  'Outlook in English': ENGLISH,
  'Outlook, old': `-----Original Message-----\n${ENGLISH}`,
  'Outlook, old, in Chinese': `-----邮件原件-----\n${HEADER}`,
  'Outlook in Taiwan': TAIWAN,
  'Outlook in Taiwan with a line': `________________________________\n${TAIWAN}`,
  'Outlook in Taiwan, old': `-----原始郵件-----\n${TAIWAN}`,
  'Outlook, an appointment': `-----Original Appointment-----\n${ENGLISH}`,
  'Outlook for Mac': `From: ${WHO}\nDate: Friday, September 18, 2026 at 4:20 PM\nTo: anmou\nSubject: 回复\n\n${ASKED}`,
  'Outlook for a telephone': `获取 Outlook for Android<https://aka.ms/x>\n________________________________\n${ENGLISH}`,
  Gmail: `${WHO} 于2026年9月18日周五 16:20写道：\n\n${MARKED}`,
  'Gmail, broken': `减负办 <\nmail@office.example> 于2026年9月18日周五 16:20写道：\n\n${MARKED}`,
  'Gmail in English': `On Fri, Sep 18, 2026 at 4:20 PM 减负办 <mail@office.example> wrote:\n\n${MARKED}`,
  'Gmail in English, broken': `On Fri, Sep 18, 2026 at 4:20 PM The Office\n<mail@office.example> wrote:\n\n${MARKED}`,
  'Gmail, broken twice': `On Fri, Sep 18, 2026 at 4:20 PM The Office\n<mail@office.example>\nwrote:\n\n${MARKED}`,
  'Gmail in Taiwan': `${WHO} 於 2026年9月18日 週五 下午4:20寫道：\n\n${MARKED}`,
  'Gmail, passed on': `---------- Forwarded message ---------\n${DATED}`,
  'Gmail, passed on, in Chinese': `---------- 转发的邮件 ---------\n${header('发件人 日期 收件人 主题')}`,
  'Gmail, passed on, in Taiwan': `---------- 轉寄的郵件 ---------\n${TAIWAN}`,
  Yahoo: `    On Friday, September 18, 2026 at 04:20:12 PM GMT+8, 减负办 <mail@office.example> wrote:  \n \n ${ASKED}`,
  'Yahoo in Chinese': `    在 2026年9月18日星期五 GMT+8 16:20:12， 减负办<mail@office.example> 写道：  \n \n ${ASKED}`,
  Apple: `> 在 2026年9月18日，16:20，减负办 <mail@office.example> 写道：\n> \n> ${ASKED}`,
  'Apple, with its line': `发自我的 iPhone\n\n> 在 2026年9月18日，16:20，减负办 <mail@office.example> 写道：\n> \n> ${ASKED}`,
  'Apple in English': `On Sep 18, 2026, at 16:20, 减负办 <mail@office.example> wrote:\n\n${MARKED}`,
  'Apple, passed on': `Begin forwarded message:\n\n${DATED}`,
  'Apple, passed on, in Chinese': `下面是被转发的邮件：\n\n${HEADER}`,
  Galaxy: `从我的 Galaxy 发送\n\n-------- 原始邮件 --------\n${header('发件人 日期 收件人 主题', '2026/9/18 16:20 (GMT+08:00)')}`,
  'Galaxy in English': `Sent from my Galaxy\n\n-------- Original message --------\n${header('From Date To Subject', '18/09/2026 16:20 (GMT+08:00)')}`,
  Huawei: `发自我的华为手机\n\n-------- 原始邮件 --------\n${HEADER}`,
  Xiaomi: `发自我的小米手机\n在 减负办 <mail@office.example>，2026年9月18日 16:20写道：\n${MARKED}`,
  Thunderbird: `在 2026/9/18 16:20, 减负办 写道:\n${MARKED}`,
  'Thunderbird in English': `On 9/18/2026 4:20 PM, 减负办 wrote:\n${MARKED}`,
  'Thunderbird, passed on': `-------- 转发的消息 --------\n${header('发件人 日期 收件人 主题')}`,
  Roundcube: `On 2026-09-18 16:20, 减负办 wrote:\n${MARKED}`,
  Zimbra: `----- Original Message -----\n${ENGLISH}`,
  'Lotus Notes': `-----减负办 <mail@office.example> 写道: -----\n${HEADER}`,
  DingTalk: `发自我的钉钉\n------------------------------------------------------------------\n${HEADER}`,
  Feishu: `发自我的飞书\n\n${WHO} 在 2026年9月18日 16:20 写道：\n${MARKED}`,
  'marks alone': MARKED,
  'a bare original message': `Original email message\n${ENGLISH}`,
}

test('of sixty ways to quote nearly all leave the person’s own words, and nothing more', () => {
  const styles = Object.entries(BELOW)
  expect(styles.length).toBeGreaterThanOrEqual(60)
  const wrong = styles.filter(([, quoted]) => ownText(`${OWN}\n\n${quoted}`) !== OWN).map(([name]) => name)
  expect(wrong, wrong.join(', ')).toHaveLength(0)
})
