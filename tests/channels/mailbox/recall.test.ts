import { describe, expect, test } from 'vitest'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { whatItIs } from '#workflows/channels/mailbox/what-it-is.ts'
import { wire } from './put-together.ts'

const became = async (subject: string, text: string, header = '') => {
  const raw = wire(
    `From: a@home.example\nSubject: ${subject}\n${header}Content-Type: text/plain; charset=utf-8\n\n${text}`,
  )
  return whatItIs(await readMail(raw))
}

describe('a notice that calls a mail back waits for people, as a wish to withdraw', () => {
  test.each([
    ['撤回：台账太多', '“安某”将撤回邮件“台账太多”。'],
    ['撤回: 台账太多', ''],
    ['Recall: 台账太多', '安某 would like to recall the message, "台账太多".'],
    ['回收: 台賬太多', '安某 想要回收郵件'],
    ['撤回邮件：台账太多', '发件人撤回了一封邮件'],
    ['邮件撤回通知', '发件人已撤回该邮件'],
    ['通知', 'The sender would like to recall the message'],
  ])('%s %s', async (subject, text) => {
    expect(await became(subject, text)).toMatchObject({ outcome: 'quarantined', reason: 'recall' })
  })
  test.each([
    ['反映撤回文件太多', '下发的文件撤回又重发，一天三次。'],
    ['台账太多', '要求撤回这些台账。'],
  ])('what tells of it is a report: %s', async (subject, text) => {
    expect(await became(subject, text)).toMatchObject({ outcome: 'report' })
  })
})

describe('a receipt or an answer that a program wrote is automatic, in the forms of', () => {
  test.each([
    ['QQ', '自动回复：台账太多', '您好，来信收到。'],
    ['QQ, a receipt', '已读：台账太多', '已经阅读'],
    ['NetEase, a receipt', '已读回执：台账太多', '已读'],
    ['DingTalk', 'Re: 台账太多', '【自动回复】我在休假。'],
    ['Feishu', '[自动回复] 台账太多', '我在休假。'],
    ['Feishu, in its words', '回复：台账太多', '这是一封自动回复邮件，我在休假。'],
    ['WeCom', '自动答复：台账太多', '我在休假。'],
    ['WeCom, a receipt', '回复：台账太多', '您发送的邮件“台账太多”已被收件人阅读'],
    ['Outlook, a receipt', 'Read: 台账太多', 'Your message was read.'],
  ])('%s', async (_, subject, text) => {
    expect(await became(subject, text)).toMatchObject({ outcome: 'quarantined', reason: 'automatic' })
  })
  test.each([
    ['已读的人也要再签到', '群里的通知要回执，一天三次。'],
    ['台账太多', '您好，上次的邮件我已看了，台账还是多。'],
  ])('but not a person who tells of them: %s', async (subject, text) => {
    expect(await became(subject, text)).toMatchObject({ outcome: 'report' })
  })
})
