import type { Mail } from './read-mail.ts'

/** How Outlook, Exchange, QQ and NetEase begin the subject of a notice that a mail is called back. */
const SUBJECT =
  /^[【[]?((邮件)?(撤回|撤回邮件|邮件撤回|召回|回收|收回)(邮件|郵件|通知)? ?[\]】:：]|(message )?recall\s?:)/i
const NOTICE = /^\s*(邮件|郵件)?(撤回|召回|回收)(邮件|郵件)?(通知|提醒)\s*$/
/** What stands in it. */
const BODY =
  /(将|要|想|希望|已|欲)(经|要)?(撤回|召回|收回|回收)(了)?(此|该|这封|一封|這封|該)?(邮件|郵件|信件)|would like to recall the (message|mail)|(has )?recalled (this|the|an?) (message|e-?mail)/i
const ENOUGH = 1000

/** Whether a mail says that an earlier one is called back: its sender may wish to withdraw a report. */
export function isRecall({ subject, text, headers }: Pick<Mail, 'subject' | 'text' | 'headers'>): boolean {
  if (headers.get('x-message-class')?.some((value) => /recall/i.test(value))) return true
  return (
    SUBJECT.test(subject.trim()) || NOTICE.test(subject) || (BODY.test(text.slice(0, ENOUGH)) && text.length < ENOUGH)
  )
}
