import { describe, expect, test } from 'vitest'
import { mailboxMark, openPostbox } from '#workflows/protection/postbox.ts'
import { writesByMail } from '#tests/world/by-mail.ts'
import { readThreadToken } from '#workflows/channels/mailbox/thread-token.ts'
import * as purge from '#workflows/worker/purge.ts'
import { LI, linkOf, postOfReporters } from './post-of-reporters.ts'

const post = postOfReporters()

describe('the acknowledgement', () => {
  test('is one mail with a link, and these words', async () => {
    const { submission, report, code } = await writesByMail(post.town(), LI)
    expect(await post.first()).toEqual({ sent: 1, failed: 0 })
    expect(await post.first()).toEqual({ sent: 0, failed: 0 })
    expect(await post.hourly()).toEqual({ sent: 0, failed: 0 })
    const [mail, ...more] = post.received()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: LI, subject: '回音：您有一条新消息' })
    expect(mail?.text.trim()).toBe(
      `来信收到了。打开下面的网页，再按一下按钮，就能看到您的查询码。14天内有效，只显示一次。
${linkOf(submission)}

以后有新消息，邮件只说有消息，不写内容。直接回复这封邮件，就是补充说明。
请不要用单位的网络、电脑和邮箱。

Your mail has arrived. Open the page above and press the button to see your receipt code: within 14 days, once.
Later mails only say that there is news. What you write in reply to this mail is added to your report.
Please do not use your employer's network, computer or mailbox.`,
    )
    expect([...(mail?.headers.keys() ?? [])].sort()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ])
    expect(mail?.headers.get('auto-submitted')).toBe('auto-replied')
    // its Message-ID says which report an answer belongs to, to this house alone
    const id = mail?.messageId ?? ''
    expect(readThreadToken(post.town().keys, { headers: new Map([['in-reply-to', [id]]]) })).toBe(report)
    expect(JSON.stringify(mail)).not.toContain(code)
  })

  test('leaves nothing behind from which its link could be made again', async () => {
    const { report, submission } = await writesByMail(post.town(), LI)
    const box = async () => {
      const row = await post
        .town()
        .db.selectFrom('postbox')
        .selectAll()
        .where('report_id', '=', report)
        .executeTakeFirstOrThrow()
      return openPostbox(post.town().house.postbox, row.sealed, report)
    }
    expect(await box()).toEqual({ mailbox: LI, token: submission.toString('base64url') })
    await post.first()
    expect(await box()).toEqual({ mailbox: LI })
  })

  test.each([
    ['refuses it', 'refuses', 0],
    ['never answers', 'hangs', 1],
    ['breaks off after it was handed over', 'drops', 1],
  ] as const)('goes again as the same mail where the server %s', async (_, manners, whole) => {
    await writesByMail(post.town(), LI)
    post.peer().behave(manners)
    expect(await post.first()).toEqual({ sent: 0, failed: 1 })
    expect(await post.first()).toEqual({ sent: 0, failed: 0 })
    expect(await post.hourly()).toEqual({ sent: 0, failed: 1 })
    expect(post.received()).toHaveLength(whole * 2)
    post.peer().behave('takes')
    expect(await post.hourly()).toEqual({ sent: 1, failed: 0 })
    expect(post.received()).toHaveLength(whole * 2 + 1)
    expect(post.distinctIds()).toBe(1)
  })

  test('is given up where its address is refused again and again; the clerk reads that nobody could be told', async () => {
    const { report } = await writesByMail(post.town(), LI)
    post.peer().behave('refuses')
    await post.first()
    for (let hour = 0; hour < 20; hour += 1) await post.hourly()
    post.peer().behave('takes')
    expect(await post.hourly()).toEqual({ sent: 0, failed: 0 })
    expect(post.received()).toEqual([])
    const row = await post
      .town()
      .db.selectFrom('report')
      .select('unanswered')
      .where('id', '=', report)
      .executeTakeFirst()
    expect(row).toEqual({ unanswered: 'undeliverable' })
    expect(await post.town().db.selectFrom('postbox').selectAll().execute()).toEqual([])
  })

  test('goes to the others although one address hangs', async () => {
    await writesByMail(post.town(), LI)
    await writesByMail(post.town(), 'wang@mail.example')
    post.peer().behave('hangs', LI)
    for (let round = 0; round < 3; round += 1) {
      await post.first()
      await post.hourly()
    }
    const others = post.received().filter(({ to }) => to !== LI)
    expect(others.map(({ to }) => to)).toEqual(['wang@mail.example'])
    expect(post.distinctIds()).toBe(2)
  })

  test('stops at ten a day to one mailbox, under whatever extension: a machine that answers each with a mail ends there', async () => {
    for (let round = 0; round < 14; round += 1) {
      await writesByMail(post.town(), round % 2 ? `li.na+${round}@mail.example` : LI)
      await post.first()
    }
    expect(post.received()).toHaveLength(10)
    const rows = await post.town().db.selectFrom('report').select('unanswered').execute()
    expect(rows.filter(({ unanswered }) => unanswered === 'tooMany')).toHaveLength(4)
    const counted = await post.town().db.selectFrom('answered_mailbox').selectAll().execute()
    expect(counted).toEqual([
      { mark: mailboxMark(post.town().house.postbox, LI, '2026-10-12'), on_day: '2026-10-12', times: 14 },
    ])
    // the next day is another day, and the count of this one is gone
    post.town().clock.set('2026-10-13')
    await purge.runOnce(post.town().house)
    expect(await post.town().db.selectFrom('answered_mailbox').selectAll().execute()).toEqual([])
    await writesByMail(post.town(), LI)
    expect(await post.first()).toEqual({ sent: 1, failed: 0 })
  })
})
