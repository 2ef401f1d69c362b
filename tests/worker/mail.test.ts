import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MailPeer, mailPeer } from '#tests/world/mail-peer.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertCalendar } from '#db/write/town.ts'
import type { Carrier, ToCarry } from '#workflows/notices/carrier.ts'
import { mailCarrier } from '#workflows/notices/mail-carrier.ts'
import { createMailer } from '#workflows/notices/mailer.ts'
import * as deliverNotices from '#workflows/worker/deliver-notices.ts'
import * as sendNotices from '#workflows/worker/send-notices.ts'
import { addressOf, COUNTY, type SmallTown, smallTown, unitNamed } from './small-town.ts'

/** Milliseconds for which a silent mail server is waited for here. */
const PATIENCE = 400

let town: SmallTown
let peer: MailPeer
let carrier: Carrier
beforeEach(async () => {
  town = await smallTown()
  peer = await mailPeer()
  const mailer = createMailer({ url: peer.url, from: '回音 <huiyin@yunlan.example.test>' }, PATIENCE)
  carrier = mailCarrier(mailer, town.house.settings.publicUrl)
})
afterEach(async () => {
  await peer.close()
  await town.close()
})

const at = (time: string) => town.house.clock.set(new Date(`${time}+08:00`))
const work = async () => {
  await deliverNotices.runOnce(town.house)
  return sendNotices.runOnce(town.house, carrier)
}
const receivers = () => peer.received.map(({ to }) => to).sort()
const distinctIds = () => new Set(peer.received.map(({ messageId }) => messageId)).size

test('whoever must act gets one mail, and nobody else gets any', async () => {
  await town.officer('first', ['clerk'])
  await town.officer('second', ['clerk'])
  await town.officer('verifier', ['verifier'])
  await town.report()
  expect(await work()).toEqual({ sent: 2, failed: 0, soon: 0 })
  expect(receivers()).toEqual([addressOf('first'), addressOf('second')])
  expect(await work()).toEqual({ sent: 0, failed: 0, soon: 0 })
  expect(peer.received).toHaveLength(2)
})

test('an officer in conflict of interest receives nothing, not even when accused after the notice was written', async () => {
  await town.officer('clerk', ['clerk'])
  await town.officer('accused', ['clerk'], COUNTY)
  const { case: id } = await town.report()
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['accused: caseArrived', 'clerk: caseArrived'])
  await town.owner
    .updateTable('case_file')
    .set({ accused: [COUNTY] })
    .where('id', '=', id)
    .execute()
  await work()
  await work()
  expect(receivers()).toEqual([addressOf('clerk')])
})

test('a mail says what sort of thing waits and where to sign in, and nothing of what it is about', async () => {
  const clerk = await town.officer('clerk', ['clerk'])
  const liaison = await town.officer('liaison', ['disciplineLiaison', 'verifier'], unitNamed('市纪委监委'))
  await town.owner.updateTable('staff').set({ language: 'en' }).where('id', '=', liaison.id).execute()
  const { case: id, report } = await town.report('望川县政务服务局要求每天截图打卡')
  await town.says(report, id, { type: 'reportReprisal', text: '有人在追查' })
  await work()
  await town.does(clerk, id, { type: 'note', text: '请看一下', mentions: [liaison.id] })
  await work()
  const url = `${town.house.settings.publicUrl}/sign-in`
  expect(peer.received.map(({ to, subject, text }) => [to, subject, text])).toEqual([
    [
      addressOf('liaison'),
      'Huiyin: Something urgent is waiting: please sign in at once',
      english('Something urgent is waiting: please sign in at once'),
    ],
    [addressOf('clerk'), '回音：有新的事项待办', `有新的事项待办\n\n请登录回音查看：\n${url}\n`],
    [addressOf('liaison'), 'Huiyin: A colleague named you in a note', english('A colleague named you in a note')],
  ])
  for (const { headers, messageId } of peer.received) {
    expect([...headers.keys()].sort()).toEqual([
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
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(messageId).not.toContain(id)
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@[a-z0-9.-]+>$/)
  }
  expect(distinctIds()).toBe(peer.received.length)

  function english(line: string) {
    return `${line}\n\nPlease sign in to Huiyin to read it:\n${url}\n`
  }
})

test.each([
  ['refuses it', 'refuses', 0],
  ['never answers', 'hangs', 1],
  ['breaks off after it was handed over', 'drops', 1],
] as const)('a mail server that %s gets the same mail again, under the same Message-ID', async (_, manners, whole) => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  peer.behave(manners)
  expect(await work()).toEqual({ sent: 0, failed: 1, soon: 0 })
  expect(peer.received).toHaveLength(whole)
  peer.behave('takes')
  expect(await work()).toEqual({ sent: 1, failed: 0, soon: 0 })
  expect(peer.received).toHaveLength(whole + 1)
  expect(distinctIds()).toBe(1)
  expect(await work()).toEqual({ sent: 0, failed: 0, soon: 0 })
})

test('killed after the mail left and before that was noted: it goes again, and is the same mail', async () => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  await deliverNotices.runOnce(town.house)
  const dies = async (sending: ToCarry) => {
    await carrier.carry(sending)
    throw new Error('killed')
  }
  const judge = () => {
    throw new Error('nobody is there any more to note it')
  }
  await expect(sendNotices.runOnce(town.house, { ...carrier, carry: dies, judge })).rejects.toThrow('nobody is there')
  await work()
  expect(peer.received).toHaveLength(2)
  expect(distinctIds()).toBe(1)
})

test('one address that is refused holds nobody else up', async () => {
  for (const login of ['one', 'two', 'three']) await town.officer(login, ['clerk'])
  peer.behave('refuses', addressOf('two'))
  await town.report()
  expect(await work()).toEqual({ sent: 2, failed: 1, soon: 0 })
  expect(receivers()).toEqual([addressOf('one'), addressOf('three')])
})

test('one address at which the server breaks off holds nobody else up', async () => {
  for (const login of ['one', 'two', 'three']) await town.officer(login, ['clerk'])
  peer.behave('drops', addressOf('two'))
  await town.report()
  await work()
  await work()
  expect(new Set(receivers())).toEqual(new Set(['one', 'three', 'two'].map(addressOf)))
  expect(distinctIds()).toBe(3)
})

test.each([
  ['before half past eight', '2026-11-24T08:29:59', '2026-11-24T08:30:00'],
  ['after half past five', '2026-11-24T17:30:00', '2026-11-25T09:00:00'],
  ['on a Sunday', '2026-11-29T10:00:00', '2026-11-30T10:00:00'],
  ['on a holiday', '2027-01-01T10:00:00', '2027-01-04T10:00:00'],
])('no officer is written to %s; the mail leaves when work begins', async (_, off, on) => {
  await inTransaction(town.owner, (tx) =>
    insertCalendar(tx, [{ year: 2027, version: 1 }], [{ day: '2027-01-01', working: false, name: '元旦' }]),
  )
  await town.officer('clerk', ['clerk'])
  at(off)
  await town.report()
  expect(await work()).toEqual({ sent: 0, failed: 0, soon: 0 })
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
  at(on)
  expect(await work()).toEqual({ sent: 1, failed: 0, soon: 0 })
  expect(receivers()).toEqual([addressOf('clerk')])
})

test('reprisal is told at night too, and alone', async () => {
  await town.officer('clerk', ['clerk'])
  await town.officer('liaison', ['disciplineLiaison'], unitNamed('市纪委监委'))
  at('2026-11-28T23:30:00')
  const { case: id, report } = await town.report()
  await town.says(report, id, { type: 'reportReprisal', text: '有人在追查' })
  await work()
  expect(receivers()).toEqual([addressOf('liaison')])
})

test('a notice that was read on screen, or whose officer has left, sends no mail any more', async () => {
  const reader = await town.officer('reader', ['clerk'])
  const leaver = await town.officer('leaver', ['clerk'])
  await town.report()
  await deliverNotices.runOnce(town.house)
  const { db } = town.house
  await db.updateTable('notice').set({ read_on: '2026-11-23' }).where('staff_id', '=', reader.id).execute()
  await db.updateTable('staff').set({ disabled: true }).where('id', '=', leaver.id).execute()
  expect(await work()).toEqual({ sent: 0, failed: 0, soon: 0 })
})

test('without a mail server notices stand on the screen and nothing is sent', async () => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  await deliverNotices.runOnce(town.house)
  expect(await sendNotices.runOnce(town.house, null)).toEqual({ sent: 0, failed: 0, soon: 0 })
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test.each(['a@b.test, c@d.test', 'group: a@b.test;', '"a@b.test x"@d.test', 'a@b.test\r\nBcc: c@d.test'])(
  'an address that is not one plain address (%j) sends nothing to any other',
  async (address) => {
    const clerk = await town.officer('clerk', ['clerk'])
    await town.owner.updateTable('staff').set({ email: address }).where('id', '=', clerk.id).execute()
    await town.report()
    expect(await work()).toEqual({ sent: 0, failed: 1, soon: 0 })
    expect(receivers()).toEqual([])
  },
)
