import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MailPeer, mailPeer } from '#tests/world/mail-peer.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import { mailCarrier } from '#workflows/notices/mail-carrier.ts'
import { createMailer } from '#workflows/notices/mailer.ts'
import { readAllNotices } from '#workflows/notices/read-all.ts'
import * as deliverNotices from '#workflows/worker/deliver-notices.ts'
import * as ringDeadlines from '#workflows/worker/ring-deadlines.ts'
import * as sendNotices from '#workflows/worker/send-notices.ts'
import { addressOf, COUNTY, OFFICE, type SmallTown, smallTown } from './small-town.ts'

const PATIENCE = 300
const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = ['23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`)
const NEXT_MONDAY = '2026-11-30'

let town: SmallTown
let peer: MailPeer
beforeEach(async () => {
  town = await smallTown()
  peer = await mailPeer()
})
afterEach(async () => {
  await peer.close()
  await town.close()
})

const at = (day: string | undefined, time = '10:00') => town.house.clock.set(new Date(`${day}T${time}:00+08:00`))
/** What the worker does in an hour. */
const hour = async (only?: 'emergencies') => {
  await ringDeadlines.runOnce(town.house)
  await ringRungs(town.house)
  await deliverNotices.runOnce(town.house)
  const mailer = createMailer({ url: peer.url, from: 'huiyin@yunlan.example.test' }, PATIENCE)
  return sendNotices.runOnce(town.house, mailCarrier(mailer, town.house.settings.publicUrl), only)
}
/** Every full hour of working time of these days. */
const hoursOf = async (...days: (string | undefined)[]) => {
  for (const day of days)
    for (const time of ['09:00', '11:00', '13:00', '15:00', '17:00']) {
      at(day, time)
      await hour()
    }
}
const END = () => `\n\n请登录回音查看：\n${town.house.settings.publicUrl}/sign-in\n`
const letters = () => peer.received.map(({ to, subject, text }) => ({ to: to.split('@')[0], subject, text }))
const letter = (to: string, subject: string, ...lines: string[]) => ({
  to,
  subject: `回音：${subject}`,
  text: lines.join('\n') + END(),
})
const nothing = { sent: 0, failed: 0, soon: 0 }
const sendings = () =>
  town.house.db.selectFrom('sending').select(['state', 'attempts', 'failure']).orderBy('made_on').execute()

test('however much comes up within an hour, each person gets one mail, and each sort of thing is in it once', async () => {
  const boss = await town.officer('boss', ['clerk', 'head'])
  await town.officer('clerk', ['clerk'])
  const { case: first } = await town.report()
  await town.report()
  await town.report()
  await deliverNotices.runOnce(town.house)
  await town.does(boss, first, { type: 'take' })
  const colleague = await town.officer('colleague', ['clerk'])
  await town.does(colleague, first, { type: 'note', text: '请看', mentions: [boss.id] })
  expect(await hour()).toEqual({ sent: 2, failed: 0, soon: 0 })
  expect(letters().toSorted((a, b) => a.to?.localeCompare(b.to ?? '') ?? 0)).toEqual([
    letter('boss', '您有几项新的待办', '有新的事项待办', '同事在备注里提到您'),
    letter('clerk', '有新的事项待办', '有新的事项待办'),
  ])
  expect(await hour()).toEqual(nothing)
})

test('a mail server that is down for a week: then one mail each, with what still matters', async () => {
  await town.officer('clerk', ['clerk'])
  await peer.down()
  at(MONDAY)
  await town.report()
  // its date is on Wednesday: a card on Tuesday, and it passes
  await hoursOf(MONDAY, TUESDAY, WEDNESDAY)
  await town.report()
  await hoursOf(THURSDAY, FRIDAY)
  expect(await town.notices()).toEqual([
    'clerk: caseArrived',
    'clerk: caseArrived',
    'clerk: dateNear',
    'clerk: dateNear',
    'clerk: deadlineLapsed',
  ])
  expect(await sendings()).toEqual([{ state: 'open', attempts: 25, failure: 'unreachable' }])
  await peer.up()
  at(NEXT_MONDAY, '09:00')
  expect(await hour()).toEqual({ sent: 1, failed: 0, soon: 0 })
  expect(letters()).toEqual([letter('clerk', '您有几项新的待办', '有一项时限已过', '有新的事项待办')])
  await hoursOf(NEXT_MONDAY)
  expect(letters()).toHaveLength(1)
})

test('a card that was overtaken by the next one while the server was down is not sent', async () => {
  await town.officer('clerk', ['clerk'])
  at(MONDAY)
  await town.report()
  expect(await hour()).toEqual({ sent: 1, failed: 0, soon: 0 })
  await peer.down()
  await hoursOf(TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
  await peer.up()
  await hoursOf(NEXT_MONDAY)
  expect(letters()).toEqual([
    letter('clerk', '有新的事项待办', '有新的事项待办'),
    letter('clerk', '有一项时限已过', '有一项时限已过'),
  ])
})

test('a mail server that takes mails and never says so, for a week: no mail under a second Message-ID, and nothing is lost', async () => {
  await town.officer('clerk', ['clerk'])
  peer.behave('hangs')
  at(MONDAY)
  await town.report()
  await hoursOf(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
  // three attempts on the first day, and one on each other
  expect(peer.received).toHaveLength(7)
  expect(new Set(letters().map((each) => JSON.stringify(each))).size).toBe(1)
  peer.behave('takes')
  await hoursOf(NEXT_MONDAY)
  expect(letters().slice(7)).toEqual([
    letter('clerk', '有新的事项待办', '有新的事项待办'),
    letter('clerk', '有一项时限已过', '有一项时限已过'),
  ])
  expect(new Set(peer.received.map(({ messageId }) => messageId)).size).toBe(2)
})

test('what was read or done while the server was down is not written of any more', async () => {
  const [reader, doer] = [await town.officer('reader', ['clerk']), await town.officer('doer', ['clerk'])]
  await peer.down()
  const { case: id } = await town.report()
  await hour()
  await readAllNotices(town.house, reader)
  await town.does(doer, id, { type: 'classify', kind: 'B11', complexity: 'easy', place: null })
  await town.does(doer, id, { type: 'accept' })
  await peer.up()
  expect(await hour()).toEqual(nothing)
  expect(letters()).toEqual([])
  expect(await sendings()).toEqual([
    {
      state: 'needless',
      attempts: expect.any(Number),
      failure: expect.toSatisfy((f) => f === null || f === 'unreachable'),
    },
    {
      state: 'needless',
      attempts: expect.any(Number),
      failure: expect.toSatisfy((f) => f === null || f === 'unreachable'),
    },
  ])
})

test('an address that goes on refusing is given up after a week and more, and the next thing is tried anew', async () => {
  await town.officer('clerk', ['clerk'])
  peer.behave('refuses')
  await town.report()
  for (let day = 23; day <= 30; day += 1) await hoursOf(`2026-11-${day}`)
  for (let day = 1; day <= 9; day += 1) await hoursOf(`2026-12-0${day}`)
  expect(await sendings()).toContainEqual({ state: 'givenUp', attempts: 12, failure: 'refused' })
  expect(letters()).toEqual([])
})

test('a server that asks to come back later is asked again at once and as often as it wants', async () => {
  await town.officer('clerk', ['clerk'])
  peer.behave('later')
  await town.report()
  for (let again = 0; again < 30; again += 1) expect(await hour()).toEqual({ sent: 0, failed: 1, soon: 1 })
  peer.behave('takes')
  expect(await hour()).toEqual({ sent: 1, failed: 0, soon: 0 })
  expect(letters()).toEqual([letter('clerk', '有新的事项待办', '有新的事项待办')])
})

test('who asked for quiet is written to of red cards alone, and gets nothing of the rest afterwards', async () => {
  const clerk = await town.officer('clerk', ['clerk'])
  const ask = (quiet_mail: boolean) =>
    town.owner.updateTable('staff').set({ quiet_mail }).where('id', '=', clerk.id).execute()
  await ask(true)
  at(MONDAY)
  await town.report()
  await hoursOf(MONDAY, TUESDAY, WEDNESDAY)
  expect(letters()).toEqual([])
  await hoursOf(THURSDAY)
  expect(letters()).toEqual([letter('clerk', '有一项时限已过', '有一项时限已过')])
  await ask(false)
  await hoursOf(FRIDAY)
  expect(letters()).toHaveLength(1)
  expect(await town.notices()).toContain('clerk: caseArrived')
})

test('everyone is written to in the hours of their own unit, or of the unit above it that has some', async () => {
  await town.officer('townwide', ['clerk'], OFFICE)
  await town.officer('county', ['clerk'], COUNTY)
  const village = await town.house.db
    .selectFrom('unit')
    .select('id')
    .where('territory_parent', '=', COUNTY)
    .where('kind', '=', 'government')
    .executeTakeFirstOrThrow()
  await town.officer('village', ['clerk'], village.id)
  const office_hours = JSON.stringify([
    { opens: '09:30', closes: '11:30' },
    { opens: '14:00', closes: '16:00' },
  ])
  await town.owner.updateTable('unit').set({ office_hours }).where('id', '=', COUNTY).execute()
  at(MONDAY, '08:00')
  await town.report()
  const told: Record<string, (string | undefined)[]> = {}
  for (const time of ['08:00', '08:30', '09:29', '09:30']) {
    at(MONDAY, time)
    const before = peer.received.length
    await hour()
    told[time] = letters()
      .slice(before)
      .map(({ to }) => to)
      .sort()
  }
  expect(told).toEqual({ '08:00': [], '08:30': ['townwide'], '09:29': [], '09:30': ['county', 'village'] })
  at(MONDAY, '11:31')
  await town.report()
  await hour()
  expect(letters().slice(3)).toEqual([letter('townwide', '有新的事项待办', '有新的事项待办')])
})

test('a clock that is set back sends nothing a second time', async () => {
  await town.officer('clerk', ['clerk'])
  at(MONDAY)
  await town.report()
  await hoursOf(MONDAY, TUESDAY, WEDNESDAY, THURSDAY)
  const before = letters()
  expect(before).toHaveLength(3)
  await hoursOf(MONDAY, TUESDAY, WEDNESDAY, THURSDAY)
  at('2025-11-24')
  await hour()
  await hoursOf(FRIDAY)
  expect(letters()).toEqual(before)
  expect(peer.received.every(({ to }) => to === addressOf('clerk'))).toBe(true)
})

test('an emergency at night leaves alone: what can wait stays until the morning', async () => {
  await town.officer('liaison', ['disciplineLiaison', 'clerk'])
  at(MONDAY, '22:00')
  const { case: id, report } = await town.report()
  await town.says(report, id, { type: 'reportReprisal', text: '有人在追查' })
  await hour('emergencies')
  expect(letters()).toEqual([letter('liaison', '有一项紧急的事，请马上登录', '有一项紧急的事，请马上登录')])
  at(TUESDAY, '09:00')
  await hour()
  expect(letters().slice(1)).toEqual([letter('liaison', '您有几项新的待办', '有一项时限马上到期', '有新的事项待办')])
})
