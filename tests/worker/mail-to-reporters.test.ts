import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#workflows/clock.ts'
import { writesByMail } from '#tests/world/by-mail.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import * as purge from '#workflows/worker/purge.ts'
import { LI, postOfReporters } from './post-of-reporters.ts'

const post = postOfReporters()

const NEWS = `有新消息。请打开下面的网页，用查询码查看：
https://huiyin.example/follow

直接回复这封邮件，就是补充说明。请不要用单位的网络、电脑和邮箱。

There is news. Open the page above and enter your receipt code to read it.
What you write in reply to this mail is added to your report.
Please do not use your employer's network, computer or mailbox.`

describe('news', () => {
  /** Two acts that say something, an hour between them and the mail. */
  const asked = async (caseId: string) => {
    await post.town().as('hewen').step(caseId, { type: 'take' })
    await post.town().as('hewen').step(caseId, { type: 'askForMore', question: '您说的群叫什么名字？' })
  }

  test('is one mail for each thing that the office says on the whole way of a case, always in the same words', async () => {
    const { caseId } = await writesByMail(post.town(), LI)
    await post.first()
    const before = post.received().length
    await post.town().drive(caseId, 'closed')
    const said = await post
      .town()
      .db.selectFrom('message')
      .select('about')
      .where('case_id', '=', caseId)
      .where('said_by', '=', 'office')
      .orderBy('seq')
      .execute()
    expect(said.map(({ about }) => about)).toEqual(['dispatch', 'reply'])
    await post.hourly()
    expect(await post.hourly()).toEqual({ sent: 0, failed: 0 })
    expect(post.received(before)).toHaveLength(2)
    for (const { to, subject, text, headers } of post.received(before)) {
      expect({ to, subject, text: text.trim() }).toEqual({ to: LI, subject: '回音：您有一条新消息', text: NEWS })
      expect(headers.get('auto-submitted')).toBe('auto-generated')
      expect(headers.has('in-reply-to') || headers.has('references')).toBe(false)
    }
    expect(post.distinctIds()).toBe(3)
  })

  test('comes for a question, a refusal and an answer about reprisal too, and for nothing a unit or the reporter does', async () => {
    const { caseId } = await writesByMail(post.town(), LI)
    await post.first()
    const sent = async () => (await post.hourly()).sent
    await asked(caseId)
    expect(await sent()).toBe(1)
    await post.town().asReporter(caseId).step(caseId, { type: 'supplement', text: '叫工作提醒群。' })
    expect(await sent()).toBe(0)
    await post.town().asReporter(caseId).step(caseId, { type: 'reportReprisal', text: '有人在问是谁写的。' })
    expect(await sent()).toBe(0)
    await post.town().as('jiangtao').step(caseId, { type: 'answerReprisal', text: '已经制止。' })
    expect(await sent()).toBe(1)
    await post.town().as('hewen').step(caseId, { type: 'note', text: '再看看。', mentions: [] })
    expect(await sent()).toBe(0)
    await post
      .town()
      .as('hewen')
      .step(caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    expect(await sent()).toBe(0)
    await post.town().as('liangbo').step(caseId, { type: 'confirmRefusal' })
    expect(await sent()).toBe(1)
    expect(post.distinctIds()).toBe(post.received().length)
  })

  test.each([
    ['refuses it', 'refuses', 0],
    ['never answers', 'hangs', 1],
    ['breaks off after it was handed over', 'drops', 1],
  ] as const)(
    'goes again as the same mail where the server %s, and is given up in the end',
    async (_, manners, whole) => {
      const { caseId } = await writesByMail(post.town(), LI)
      await post.first()
      await asked(caseId)
      post.peer().behave(manners)
      expect(await post.hourly()).toEqual({ sent: 0, failed: 1 })
      expect(await post.hourly()).toEqual({ sent: 0, failed: 1 })
      expect(post.received(1)).toHaveLength(whole * 2)
      expect(post.distinctIds()).toBe(whole + 1)
      await post.town().db.updateTable('outgoing_mail').set({ attempts: 99 }).where('about', '=', 'news').execute()
      await post.hourly()
      post.peer().behave('takes')
      expect(await post.hourly()).toEqual({ sent: 0, failed: 0 })
    },
  )

  test('waits for the acknowledgement: without a code it is of no use', async () => {
    const { caseId } = await writesByMail(post.town(), LI)
    post.peer().behave('refuses')
    await post.first()
    await asked(caseId)
    await post.hourly()
    expect(post.received()).toEqual([])
    post.peer().behave('takes')
    await post.hourly()
    await post.hourly()
    expect(post.received().map(({ headers }) => headers.get('auto-submitted'))).toEqual([
      'auto-replied',
      'auto-generated',
    ])
  })

  test('says nothing of case, unit, number or code, in any of its bytes', async () => {
    const { caseId, code, report } = await writesByMail(post.town(), LI)
    await post.first()
    await post.town().drive(caseId, 'closed')
    await post.hourly()
    const { number } = await post.town().row(caseId)
    const secret = [
      code,
      number,
      caseId,
      report,
      '打卡',
      '清单',
      ...UNITS.flatMap(({ name, aliases }) => [name, ...aliases]),
    ]
    for (const mail of post.received()) {
      const all = [JSON.stringify(mail), ...mail.headers.values()].join('\n')
      for (const word of secret.filter((each) => each !== '')) expect(all).not.toContain(word)
    }
  })

  test('reaches the reporter of a merged case only with what they read of the main one', async () => {
    const main = await post.town().report()
    const { caseId } = await writesByMail(post.town(), LI)
    await post.first()
    for (const id of [main.caseId, caseId]) {
      await post.town().as('hewen').step(id, { type: 'take' })
      await post
        .town()
        .as('hewen')
        .step(id, { type: 'classify', kind: 'B31', complexity: 'standard', place: unitId('990301') })
    }
    const merged = await post.town().as('hewen').step(caseId, { type: 'merge', into: main.caseId })
    expect(merged).toMatchObject({ kind: 'moved' })
    const sent = async () => (await post.hourly()).sent
    await post.town().as('hewen').step(main.caseId, { type: 'askForMore', question: '这是问别人的话。' })
    expect(await sent()).toBe(0)
    await post.town().asReporter(main.caseId).step(main.caseId, { type: 'supplement', text: '答。' })
    await post
      .town()
      .as('hewen')
      .step(main.caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    await post.town().as('liangbo').step(main.caseId, { type: 'confirmRefusal' })
    expect(await sent()).toBe(1)
    // what their appeal copies into their own thread is no news to them
    expect(await post.town().asReporter(caseId).step(caseId, { type: 'appeal', text: '不服。' })).toMatchObject({
      kind: 'moved',
    })
    expect(await sent()).toBe(0)
  })

  test('of a second matter split from a mail goes where the first one is told', async () => {
    const { caseId } = await writesByMail(post.town(), LI)
    await post.first()
    const split = { type: 'split', text: '还有一份问卷填了十一遍。', kind: 'B31' }
    expect(await post.town().as('hewen').step(caseId, split)).toMatchObject({ kind: 'moved' })
    const second = await post
      .town()
      .db.selectFrom('case_file')
      .select('id')
      .where('split_from', '=', caseId)
      .executeTakeFirstOrThrow()
    await asked(second.id)
    expect((await post.hourly()).sent).toBe(1)
    expect(post.received().map(({ to }) => to)).toEqual([LI, LI])
  })
})

describe('the postbox', () => {
  const left = async () => {
    const rows = async (table: 'postbox' | 'mail_link' | 'outgoing_mail') =>
      (await post.town().db.selectFrom(table).select('report_id').execute()).length
    return { postbox: await rows('postbox'), links: await rows('mail_link'), mails: await rows('outgoing_mail') }
  }
  const onDay = async (day: string) => {
    post.town().clock.set(day)
    await purge.runOnce(post.town().house)
    return left()
  }

  test('is purged thirty days after its case was closed, with link and mails, and nothing is sent to it any more', async () => {
    const { caseId } = await writesByMail(post.town(), LI)
    await post.first()
    await post.town().drive(caseId, 'closed')
    const closed = (await post.town().row(caseId)).closed_on ?? ''
    expect(await onDay(addDays(closed, 30))).toEqual({ postbox: 1, links: 0, mails: 1 })
    // said, and not sent before it was purged
    await post.town().as('jiangtao').step(caseId, { type: 'answerReprisal', text: '已经制止。' })
    await post.town().drain()
    expect(await onDay(addDays(closed, 31))).toEqual({ postbox: 0, links: 0, mails: 0 })
    expect(await post.hourly()).toEqual({ sent: 0, failed: 0 })
    expect(post.received()).toHaveLength(1)
  })

  test('of a case that goes on is kept, however old it is, and of a refused one until thirty days after the last word', async () => {
    const { caseId } = await writesByMail(post.town(), LI)
    await post.town().as('hewen').step(caseId, { type: 'take' })
    expect(await onDay('2027-02-01')).toMatchObject({ postbox: 1 })
    post.town().clock.set('2027-02-01')
    await post
      .town()
      .as('hewen')
      .step(caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    await post.town().as('liangbo').step(caseId, { type: 'confirmRefusal' })
    expect(await onDay('2027-03-03')).toMatchObject({ postbox: 1 })
    expect(await onDay('2027-03-04')).toEqual({ postbox: 0, links: 0, mails: 0 })
  })

  test('of a merged report lives as long as the main case does', async () => {
    const main = await post.town().report()
    const { caseId } = await writesByMail(post.town(), LI)
    for (const id of [main.caseId, caseId]) {
      await post.town().as('hewen').step(id, { type: 'take' })
      await post
        .town()
        .as('hewen')
        .step(id, { type: 'classify', kind: 'B31', complexity: 'standard', place: unitId('990301') })
    }
    await post.town().as('hewen').step(caseId, { type: 'merge', into: main.caseId })
    expect(await onDay('2027-03-01')).toMatchObject({ postbox: 1 })
    await post
      .town()
      .as('hewen')
      .step(main.caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '请向教育局反映。' })
    await post.town().as('liangbo').step(main.caseId, { type: 'confirmRefusal' })
    expect(dayOf(post.town().clock.town())).toBe('2027-03-01')
    expect(await onDay('2027-04-01')).toMatchObject({ postbox: 0 })
  })
})
