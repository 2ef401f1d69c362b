import type { Letter } from './mailer.ts'

type To = { publicUrl: string; to: string; messageId: string; replyTo: string | undefined }

/** One subject for every mail to every reporter: it stands in lists that others may see. */
export const SUBJECT = '回音：您有一条新消息'

/**
 * That a mail came, and the link that shows its code once. Nothing of what was written, of whom it is about, nor the
 * code itself. It quotes no Message-ID of the sender's either (RFC 3834 §3.1.5 would like In-Reply-To): mail programs
 * put an answer beside what it answers, and there it would say what it is about.
 */
export const acknowledgement = ({ publicUrl, ...to }: To, token: string): Letter => ({
  ...to,
  subject: SUBJECT,
  automatic: 'auto-replied',
  text: [
    '来信收到了。打开下面的网页，再按一下按钮，就能看到您的查询码。14天内有效，只显示一次。',
    `${publicUrl}/from-mail?t=${token}`,
    '',
    '以后有新消息，邮件只说有消息，不写内容。直接回复这封邮件，就是补充说明。',
    '请不要用单位的网络、电脑和邮箱。',
    '',
    'Your mail has arrived. Open the page above and press the button to see your receipt code: within 14 days, once.',
    'Later mails only say that there is news. What you write in reply to this mail is added to your report.',
    "Please do not use your employer's network, computer or mailbox.",
    '',
  ].join('\n'),
})

/** That there is news, and where; not what. */
export const news = ({ publicUrl, ...to }: To): Letter => ({
  ...to,
  subject: SUBJECT,
  automatic: 'auto-generated',
  text: [
    '有新消息。请打开下面的网页，用查询码查看：',
    `${publicUrl}/follow`,
    '',
    '直接回复这封邮件，就是补充说明。请不要用单位的网络、电脑和邮箱。',
    '',
    'There is news. Open the page above and enter your receipt code to read it.',
    'What you write in reply to this mail is added to your report.',
    "Please do not use your employer's network, computer or mailbox.",
    '',
  ].join('\n'),
})
