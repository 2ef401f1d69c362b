import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writesByMail } from '#tests/world/by-mail.ts'
import { type MailPeer, mailPeer } from '#tests/world/mail-peer.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readThreadToken } from '#workflows/channels/mailbox/thread-token.ts'
import { createMailer, type Mailer } from '#workflows/notices/mailer.ts'
import { mailboxMark, openPostbox } from '#workflows/protection/postbox.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import * as purge from '#workflows/worker/purge.ts'
import * as sendToReporters from '#workflows/worker/send-to-reporters.ts'

const PATIENCE = 400
const LI = 'li.na@mail.example'

let town: Town
let peer: MailPeer
let mailer: Mailer
beforeEach(async () => {
  town = await aTown({ env: { PUBLIC_URL: 'https://huiyin.example' } })
  peer = await mailPeer()
  mailer = createMailer({ url: peer.url, from: '回音 <huiyin@yunlan.example>' }, PATIENCE)
})
afterEach(async () => {
  await peer.close()
  await town.close()
})

const first = () => sendToReporters.runOnce(town.house, mailer, 'first')
/** What the full hour does: whatever was said is written down by its errand, and leaves. */
const hourly = async () => {
  await town.drain()
  return sendToReporters.runOnce(town.house, mailer, 'hourly')
}
const received = (from = 0) => peer.received.slice(from)
const distinctIds = () => new Set(peer.received.map(({ messageId }) => messageId)).size
const linkOf = (submission: Buffer) => `https://huiyin.example/from-mail?t=${submission.toString('base64url')}`

const NEWS = `有新消息。请打开下面的网页，用查询码查看：
https://huiyin.example/follow

直接回复这封邮件，就是补充说明。请不要用单位的网络、电脑和邮箱。

There is news. Open the page above and enter your receipt code to read it.
What you write in reply to this mail is added to your report.
Please do not use your employer's network, computer or mailbox.`

describe('the acknowledgement', () => {
  test('is one mail with a link, and these words', async () => {
    const { submission, report, code } = await writesByMail(town, LI)
    expect(await first()).toEqual({ sent: 1, failed: 0 })
    expect(await first()).toEqual({ sent: 0, failed: 0 })
    expect(await hourly()).toEqual({ sent: 0, failed: 0 })
    const [mail, ...more] = received()
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
    expect(readThreadToken(town.keys, { headers: new Map([['in-reply-to', [id]]]) })).toBe(report)
    expect(JSON.stringify(mail)).not.toContain(code)
  })

  test('leaves nothing behind from which its link could be made again', async () => {
    const { report, submission } = await writesByMail(town, LI)
    const box = async () => {
      const row = await town.db
        .selectFrom('postbox')
        .selectAll()
        .where('report_id', '=', report)
        .executeTakeFirstOrThrow()
      return openPostbox(town.house.postbox, row.sealed, report)
    }
    expect(await box()).toEqual({ mailbox: LI, token: submission.toString('base64url') })
    await first()
    expect(await box()).toEqual({ mailbox: LI })
  })

  test.each([
    ['refuses it', 'refuses', 0],
    ['never answers', 'hangs', 1],
    ['breaks off after it was handed over', 'drops', 1],
  ] as const)('goes again as the same mail where the server %s', async (_, manners, whole) => {
    await writesByMail(town, LI)
    peer.behave(manners)
    expect(await first()).toEqual({ sent: 0, failed: 1 })
    expect(await first()).toEqual({ sent: 0, failed: 0 })
    expect(await hourly()).toEqual({ sent: 0, failed: 1 })
    expect(received()).toHaveLength(whole * 2)
    peer.behave('takes')
    expect(await hourly()).toEqual({ sent: 1, failed: 0 })
    expect(received()).toHaveLength(whole * 2 + 1)
    expect(distinctIds()).toBe(1)
  })

  test('is given up where its address is refused again and again; the clerk reads that nobody could be told', async () => {
    const { report } = await writesByMail(town, LI)
    peer.behave('refuses')
    await first()
    for (let hour = 0; hour < 20; hour += 1) await hourly()
    peer.behave('takes')
    expect(await hourly()).toEqual({ sent: 0, failed: 0 })
    expect(received()).toEqual([])
    const row = await town.db.selectFrom('report').select('unanswered').where('id', '=', report).executeTakeFirst()
    expect(row).toEqual({ unanswered: 'undeliverable' })
    expect(await town.db.selectFrom('postbox').selectAll().execute()).toEqual([])
  })

  test('goes to the others although one address hangs', async () => {
    await writesByMail(town, LI)
    await writesByMail(town, 'wang@mail.example')
    peer.behave('hangs', LI)
    for (let round = 0; round < 3; round += 1) {
      await first()
      await hourly()
    }
    const others = received().filter(({ to }) => to !== LI)
    expect(others.map(({ to }) => to)).toEqual(['wang@mail.example'])
    expect(distinctIds()).toBe(2)
  })

  test('stops at ten a day to one mailbox, under whatever extension: a machine that answers each with a mail ends there', async () => {
    for (let round = 0; round < 14; round += 1) {
      await writesByMail(town, round % 2 ? `li.na+${round}@mail.example` : LI)
      await first()
    }
    expect(received()).toHaveLength(10)
    const rows = await town.db.selectFrom('report').select('unanswered').execute()
    expect(rows.filter(({ unanswered }) => unanswered === 'tooMany')).toHaveLength(4)
    const counted = await town.db.selectFrom('answered_mailbox').selectAll().execute()
    expect(counted).toEqual([
      { mark: mailboxMark(town.house.postbox, LI, '2026-10-12'), on_day: '2026-10-12', times: 14 },
    ])
    // the next day is another day, and the count of this one is gone
    town.clock.set('2026-10-13')
    await purge.runOnce(town.house)
    expect(await town.db.selectFrom('answered_mailbox').selectAll().execute()).toEqual([])
    await writesByMail(town, LI)
    expect(await first()).toEqual({ sent: 1, failed: 0 })
  })
})

describe('news', () => {
  /** Two acts that say something, an hour between them and the mail. */
  const asked = async (caseId: string) => {
    await town.as('hewen').step(caseId, { type: 'take' })
    await town.as('hewen').step(caseId, { type: 'askForMore', question: '您说的群叫什么名字？' })
  }

  test('is one mail for each thing that the office says on the whole way of a case, always in the same words', async () => {
    const { caseId } = await writesByMail(town, LI)
    await first()
    const before = received().length
    await town.drive(caseId, 'closed')
    const said = await town.db
      .selectFrom('message')
      .select('about')
      .where('case_id', '=', caseId)
      .where('said_by', '=', 'office')
      .orderBy('seq')
      .execute()
    expect(said.map(({ about }) => about)).toEqual(['dispatch', 'reply'])
    await hourly()
    expect(await hourly()).toEqual({ sent: 0, failed: 0 })
    expect(received(before)).toHaveLength(2)
    for (const { to, subject, text, headers } of received(before)) {
      expect({ to, subject, text: text.trim() }).toEqual({ to: LI, subject: '回音：您有一条新消息', text: NEWS })
      expect(headers.get('auto-submitted')).toBe('auto-generated')
      expect(headers.has('in-reply-to') || headers.has('references')).toBe(false)
    }
    expect(distinctIds()).toBe(3)
  })

  test('comes for a question, a refusal and an answer about reprisal too, and for nothing a unit or the reporter does', async () => {
    const { caseId } = await writesByMail(town, LI)
    await first()
    const sent = async () => (await hourly()).sent
    await asked(caseId)
    expect(await sent()).toBe(1)
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '叫工作提醒群。' })
    expect(await sent()).toBe(0)
    await town.asReporter(caseId).step(caseId, { type: 'reportReprisal', text: '有人在问是谁写的。' })
    expect(await sent()).toBe(0)
    await town.as('jiangtao').step(caseId, { type: 'answerReprisal', text: '已经制止。' })
    expect(await sent()).toBe(1)
    await town.as('hewen').step(caseId, { type: 'note', text: '再看看。', mentions: [] })
    expect(await sent()).toBe(0)
    await town.as('hewen').step(caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    expect(await sent()).toBe(0)
    await town.as('liangbo').step(caseId, { type: 'confirmRefusal' })
    expect(await sent()).toBe(1)
    expect(distinctIds()).toBe(received().length)
  })

  test.each([
    ['refuses it', 'refuses', 0],
    ['never answers', 'hangs', 1],
    ['breaks off after it was handed over', 'drops', 1],
  ] as const)(
    'goes again as the same mail where the server %s, and is given up in the end',
    async (_, manners, whole) => {
      const { caseId } = await writesByMail(town, LI)
      await first()
      await asked(caseId)
      peer.behave(manners)
      expect(await hourly()).toEqual({ sent: 0, failed: 1 })
      expect(await hourly()).toEqual({ sent: 0, failed: 1 })
      expect(received(1)).toHaveLength(whole * 2)
      expect(distinctIds()).toBe(whole + 1)
      await town.db.updateTable('outgoing_mail').set({ attempts: 99 }).where('about', '=', 'news').execute()
      await hourly()
      peer.behave('takes')
      expect(await hourly()).toEqual({ sent: 0, failed: 0 })
    },
  )

  test('waits for the acknowledgement: without a code it is of no use', async () => {
    const { caseId } = await writesByMail(town, LI)
    peer.behave('refuses')
    await first()
    await asked(caseId)
    await hourly()
    expect(received()).toEqual([])
    peer.behave('takes')
    await hourly()
    await hourly()
    expect(received().map(({ headers }) => headers.get('auto-submitted'))).toEqual(['auto-replied', 'auto-generated'])
  })

  test('says nothing of case, unit, number or code, in any of its bytes', async () => {
    const { caseId, code, report } = await writesByMail(town, LI)
    await first()
    await town.drive(caseId, 'closed')
    await hourly()
    const { number } = await town.row(caseId)
    const secret = [
      code,
      number,
      caseId,
      report,
      '打卡',
      '清单',
      ...UNITS.flatMap(({ name, aliases }) => [name, ...aliases]),
    ]
    for (const mail of received()) {
      const all = [JSON.stringify(mail), ...mail.headers.values()].join('\n')
      for (const word of secret.filter((each) => each !== '')) expect(all).not.toContain(word)
    }
  })

  test('reaches the reporter of a merged case only with what they read of the main one', async () => {
    const main = await town.report()
    const { caseId } = await writesByMail(town, LI)
    await first()
    for (const id of [main.caseId, caseId]) {
      await town.as('hewen').step(id, { type: 'take' })
      await town
        .as('hewen')
        .step(id, { type: 'classify', kind: 'B31', complexity: 'standard', place: unitId('990301') })
    }
    const merged = await town.as('hewen').step(caseId, { type: 'merge', into: main.caseId })
    expect(merged).toMatchObject({ kind: 'moved' })
    const sent = async () => (await hourly()).sent
    await town.as('hewen').step(main.caseId, { type: 'askForMore', question: '这是问别人的话。' })
    expect(await sent()).toBe(0)
    await town.asReporter(main.caseId).step(main.caseId, { type: 'supplement', text: '答。' })
    await town.as('hewen').step(main.caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    await town.as('liangbo').step(main.caseId, { type: 'confirmRefusal' })
    expect(await sent()).toBe(1)
    // what their appeal copies into their own thread is no news to them
    expect(await town.asReporter(caseId).step(caseId, { type: 'appeal', text: '不服。' })).toMatchObject({
      kind: 'moved',
    })
    expect(await sent()).toBe(0)
  })

  test('of a second matter split from a mail goes where the first one is told', async () => {
    const { caseId } = await writesByMail(town, LI)
    await first()
    const split = { type: 'split', text: '还有一份问卷填了十一遍。', kind: 'B31' }
    expect(await town.as('hewen').step(caseId, split)).toMatchObject({ kind: 'moved' })
    const second = await town.db
      .selectFrom('case_file')
      .select('id')
      .where('split_from', '=', caseId)
      .executeTakeFirstOrThrow()
    await asked(second.id)
    expect((await hourly()).sent).toBe(1)
    expect(received().map(({ to }) => to)).toEqual([LI, LI])
  })
})

describe('the postbox', () => {
  const left = async () => {
    const rows = async (table: 'postbox' | 'mail_link' | 'outgoing_mail') =>
      (await town.db.selectFrom(table).select('report_id').execute()).length
    return { postbox: await rows('postbox'), links: await rows('mail_link'), mails: await rows('outgoing_mail') }
  }
  const onDay = async (day: string) => {
    town.clock.set(day)
    await purge.runOnce(town.house)
    return left()
  }

  test('is purged thirty days after its case was closed, with link and mails, and nothing is sent to it any more', async () => {
    const { caseId } = await writesByMail(town, LI)
    await first()
    await town.drive(caseId, 'closed')
    const closed = (await town.row(caseId)).closed_on ?? ''
    expect(await onDay(addDays(closed, 30))).toEqual({ postbox: 1, links: 0, mails: 1 })
    // said, and not sent before it was purged
    await town.as('jiangtao').step(caseId, { type: 'answerReprisal', text: '已经制止。' })
    await town.drain()
    expect(await onDay(addDays(closed, 31))).toEqual({ postbox: 0, links: 0, mails: 0 })
    expect(await hourly()).toEqual({ sent: 0, failed: 0 })
    expect(received()).toHaveLength(1)
  })

  test('of a case that goes on is kept, however old it is, and of a refused one until thirty days after the last word', async () => {
    const { caseId } = await writesByMail(town, LI)
    await town.as('hewen').step(caseId, { type: 'take' })
    expect(await onDay('2027-02-01')).toMatchObject({ postbox: 1 })
    town.clock.set('2027-02-01')
    await town.as('hewen').step(caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    await town.as('liangbo').step(caseId, { type: 'confirmRefusal' })
    expect(await onDay('2027-03-03')).toMatchObject({ postbox: 1 })
    expect(await onDay('2027-03-04')).toEqual({ postbox: 0, links: 0, mails: 0 })
  })

  test('of a merged report lives as long as the main case does', async () => {
    const main = await town.report()
    const { caseId } = await writesByMail(town, LI)
    for (const id of [main.caseId, caseId]) {
      await town.as('hewen').step(id, { type: 'take' })
      await town
        .as('hewen')
        .step(id, { type: 'classify', kind: 'B31', complexity: 'standard', place: unitId('990301') })
    }
    await town.as('hewen').step(caseId, { type: 'merge', into: main.caseId })
    expect(await onDay('2027-03-01')).toMatchObject({ postbox: 1 })
    await town.as('hewen').step(main.caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    await town.as('liangbo').step(main.caseId, { type: 'confirmRefusal' })
    expect(dayOf(town.clock.town())).toBe('2027-03-01')
    expect(await onDay('2027-04-01')).toMatchObject({ postbox: 0 })
  })
})
