import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { releaseMail } from '#workflows/channels/decide-quarantined.ts'
import type { Listener } from '#workflows/channels/mailbox/listener.ts'
import { messageIdFor } from '#workflows/channels/mailbox/thread-token.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { newMessageId } from '#workflows/notices/letter-of-notice.ts'
import { doErrands } from '#workflows/worker/do-errand.ts'
import { DOERS } from '#workflows/worker/doers.ts'
import { inProcess, listenIn, peer, TO } from './listener.ts'
import { box, plain } from './put-together.ts'
import { reportOf } from './report-of.ts'

let at: MailTown
let listener: Listener
/** Of a report by mail: the Message-ID of our mail about it, another each time. */
let ours: () => string
let caseId: string
beforeAll(async () => {
  at = await mailTown()
  listener = await listenIn(at)
  const { row } = await reportOf(at, (await take(aMail())).id)
  ours = () => messageIdFor(at.town.keys, at.town.house.settings.publicUrl, row.id)
  caseId = row.case_id
})
afterAll(async () => {
  await listener.close()
  await at.close()
})
const take = (raw: Buffer) => takeMail(at.town.house, inProcess, raw)
const count = async (table: 'report' | 'quarantine' | 'outgoing_mail' | 'message') =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(at.owner)).rows[0]?.n)
const counts = async () => [await count('report'), await count('outgoing_mail'), await count('message')]

/** Whatever a machine sends: no report, no answer to it, nothing added to the case. */
function nothingComesOfIt() {
  let before: unknown[]
  const now = async () => [...(await counts()), (await at.town.row(caseId)).revision]
  beforeEach(async () => {
    before = await now()
  })
  afterEach(async () => {
    expect(await now()).toEqual(before)
  })
}

const VACATION = '您好,我最近正在休假中,无法亲自回复您的邮件。我将在假期结束后,尽快给您回复。'
const status =
  'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.qq.com\n\nFinal-Recipient: rfc822; a@qq.com\nAction: failed\nStatus: 5.1.1\n'
const returned = (id: string) =>
  `Content-Type: message/rfc822\n\nFrom: huiyin@yunlan.example\nMessage-ID: ${id}\nSubject: =?utf-8?B?5Zue6Z+z?=\n\n来信收到了。`
/** A report of machines: its header and body apart, as `aMail` takes them. */
function reportOfKind(kind: string, ...parts: string[]): [Record<string, string>, string] {
  const [type = '', ...body] = box('report', ...parts).split('\n')
  return [{ 'Content-Type': `${type.replace('Content-Type: ', '')}; ${kind}` }, body.slice(1).join('\n')]
}

describe('what a machine answers to a mail of ours is counted, and nothing else comes of it', () => {
  nothingComesOfIt()
  test.each<[string, () => [Record<string, string>, string?]]>([
    [
      'the vacation answer of QQ, which says so in its subject alone',
      () => [{ 'In-Reply-To': ours(), Subject: '自动回复:回音：您有一条新消息' }, VACATION],
    ],
    [
      'the vacation answer of Outlook',
      () => [
        {
          'In-Reply-To': ours(),
          Subject: 'Automatic reply: 回音：您有一条新消息',
          'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent',
        },
        '我外出,10月20日回。',
      ],
    ],
    ['one that calls itself an answer', () => [{ References: ours(), 'Auto-Submitted': 'auto-replied' }, VACATION]],
    [
      'a mail that came back, with ours in it',
      () => reportOfKind('report-type = delivery-status', plain('系统退信'), status, returned(ours())),
    ],
    [
      'a mail that came back, with the header of ours in it',
      () =>
        reportOfKind(
          'report-type="delivery-status"',
          plain('系统退信'),
          status,
          `Content-Type: text/rfc822-headers\n\nMessage-ID: ${ours()}\n`,
        ),
    ],
    [
      'a mail that came back, with nothing of anybody in it',
      () => reportOfKind('report-type=delivery-status', plain('系统退信'), status),
    ],
    [
      'a mail that came back as old servers send it',
      () => [
        { From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice' },
        `Hi. This is the qmail-send program.\n\n--- Below this line is a copy of the message.\n\nFrom: huiyin@yunlan.example\nMessage-ID: ${ours()}\n\n来信收到了。`,
      ],
    ],
    [
      'the notice to an officer that came back',
      () =>
        reportOfKind(
          'report-type=delivery-status',
          plain('系统退信'),
          status,
          returned(newMessageId(at.town.house.settings.publicUrl)),
        ),
    ],
    [
      'that our mail was read',
      () =>
        reportOfKind(
          'report-type=disposition-notification',
          plain('您的邮件已被阅读 2026-10-12'),
          `Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;li@mail.example\nOriginal-Message-ID: ${ours()}\nDisposition: manual-action/MDN-sent-manually; displayed\n`,
        ),
    ],
    [
      'that our mail was called spam',
      () =>
        reportOfKind(
          'report-type=feedback-report',
          plain('This is an email abuse report'),
          'Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\n',
          returned(ours()),
        ),
    ],
  ])('%s', async (_, mail) => {
    const kept = await count('quarantine')
    expect(await take(aMail(...mail()))).toMatchObject({ outcome: 'ignored', reason: expect.any(String) })
    expect(await count('quarantine')).toBe(kept)
  })
})

describe('whatever else looks like a machine’s waits for people, and is not answered', () => {
  nothingComesOfIt()
  test.each<[string, () => [Record<string, string>, string?]]>([
    ['what a scanner sends', () => [{ 'Auto-Submitted': 'auto-generated' }, '扫描件见附件,白石镇三张表']],
    ['what a scanner sends about a report', () => [{ 'Auto-Submitted': 'auto-generated', 'In-Reply-To': ours() }]],
    ['whoever writes as postmaster', () => [{ From: '王小明 <postmaster@lijiacun.org>' }, '村里三张表,请查。']],
    ['whoever adds to a report as postmaster', () => [{ From: 'postmaster@lijiacun.org', 'In-Reply-To': ours() }]],
    ['what comes from an empty sender', () => [{ 'Return-Path': '<>' }]],
    ['an answer to no mail of ours', () => [{ 'Auto-Submitted': 'auto-replied', 'In-Reply-To': '<1@mail.example>' }]],
    ['a vacation answer to no mail of ours', () => [{ Subject: '自动答复: 已收到' }, VACATION]],
    [
      'what a rule of Outlook passes on',
      () => [{ 'In-Reply-To': ours(), 'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent' }],
    ],
    ['an absence', () => [{ Subject: 'Out of Office: test' }, '外出']],
    [
      'an answer about our mail whose subject alone is a machine’s, and not with ours behind it',
      () => [{ 'In-Reply-To': ours(), Subject: '自动回复：你们的机器' }, '我要补充，每天打卡。'],
    ],
    [
      'a mail that came back and that was not ours',
      () => reportOfKind('report-type=delivery-status', plain('退信'), status, returned('<7@form.example>')),
    ],
  ])('%s', async (_, mail) => {
    const kept = await count('quarantine')
    expect(await take(aMail(...mail()))).toMatchObject({ outcome: 'quarantined', reason: 'automatic' })
    expect(await count('quarantine')).toBe(kept + 1)
  })

  test('what a peer hands over from an empty sender, though nothing in it says so', async () => {
    const kept = await count('quarantine')
    const raw = aMail({ Subject: '退信通知', From: '邮件系统 <mail-system@corp-mail.example>' }, '您的邮件未能送达')
    await peer(listener.port).sendMail({ envelope: { from: '', to: TO }, raw })
    expect(await count('quarantine')).toBe(kept + 1)
    expect((await at.mails()).at(-1)).toEqual({ outcome: 'quarantined', reason: 'automatic' })
  })
})

test('what came from an empty sender is not answered either when somebody takes it in', async () => {
  const from = 'li@mail.example'
  const raw = aMail({ From: from }, '每周三张一样的表。')
  await peer(listener.port).sendMail({ envelope: { from: '', to: TO }, raw })
  // the same mail again is known again, and tells what it became
  const { id, outcome } = await take(raw)
  expect(outcome).toBe('quarantined')
  await releaseMail(at.town.house, at.town.officer('hewen'), id, { seen: 1, text: '每周三张一样的表。' })
  await doErrands(at.town.house, 'release-mail', DOERS['release-mail'])
  expect((await reportOf(at, id)).row.unanswered).toBe('bulk')
})
