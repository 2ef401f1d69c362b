import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Asked, type SmsPeer, smsPeer } from '#tests/world/sms-peer.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import { openSmsGateway, smsCarrier } from '#workflows/notices/sms/sms-carrier.ts'
import { readSettings } from '#workflows/settings.ts'
import * as deliverNotices from '#workflows/worker/deliver-notices.ts'
import * as ringDeadlines from '#workflows/worker/ring-deadlines.ts'
import * as sendNotices from '#workflows/worker/send-notices.ts'
import { type SmallTown, smallTown } from './small-town.ts'

const PATIENCE = 300
const MOBILE = '+8613800138000'
const posted = z.strictObject({ id: z.uuid(), to: z.string(), text: z.string(), language: z.string() })
const [MONDAY, TUESDAY, THURSDAY] = ['2026-11-23', '2026-11-24', '2026-11-26']

/** A gateway as the README describes it. */
const understand = ({ headers, body }: Asked) => {
  const fields =
    headers['content-type'] === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
  return { message: posted.parse(fields), answers: '{"accepted":true}' }
}

let town: SmallTown
let peer: SmsPeer
beforeEach(async () => {
  town = await smallTown()
  peer = await smsPeer(understand)
})
afterEach(async () => {
  await peer.down()
  await town.close()
})

const at = (day: string | undefined, time = '10:00') => town.house.clock.set(new Date(`${day}T${time}:00+08:00`))
const officer = async (login: string, mobile: string | null = MOBILE) => {
  const { id } = await town.officer(login, ['clerk'])
  await town.owner.updateTable('staff').set({ mobile }).where('id', '=', id).execute()
  return id
}
const hour = async (scheme = 'http') => {
  await ringDeadlines.runOnce(town.house)
  await ringRungs(town.house)
  await deliverNotices.runOnce(town.house)
  const { sms } = readSettings({ SMS_URL: `${scheme}://user:pass%40word@${peer.host}/send` })
  if (!sms) throw new Error('no gateway')
  return sendNotices.runOnce(
    town.house,
    smsCarrier(() => openSmsGateway(sms, PATIENCE)),
  )
}
const phones = () => [...peer.phones.values()].map(({ to, text }) => `${to} ${text}`)
const SOON = '有一项时限马上到期。请登录回音查看。'
const PASSED = '有一项时限已过。请登录回音查看。'

test('what runs out goes by SMS, the card before the date and the one after it, and nothing else does', async () => {
  await officer('clerk')
  await officer('without', null)
  at(MONDAY)
  await town.report('望川县政务服务局要求每天截图打卡')
  await hour()
  expect(phones()).toEqual([])
  at(TUESDAY)
  await hour()
  await hour()
  at(THURSDAY)
  await hour()
  expect(phones()).toEqual([`${MOBILE} ${SOON}`, `${MOBILE} ${PASSED}`])
})

test('reprisal goes by SMS at night too, in the language of whoever reads it', async () => {
  const { id } = await town.officer('liaison', ['disciplineLiaison'])
  await town.owner
    .updateTable('staff')
    .set({ mobile: '+447700900123', language: 'en', quiet_sms: true })
    .where('id', '=', id)
    .execute()
  at(MONDAY, '23:30')
  const { case: about, report } = await town.report()
  await town.says(report, about, { type: 'reportReprisal', text: '有人在追查' })
  await hour()
  expect(phones()).toEqual([
    '+447700900123 Something urgent is waiting: please sign in at once. Please sign in to Huiyin.',
  ])
})

test.each([
  ['http', 'application/json'],
  ['form+http', 'application/x-www-form-urlencoded'],
])(
  'the gateway at %s:// is posted %s, with the id in the header that names it, and the login beside it',
  async (scheme, type) => {
    await officer('clerk')
    at(MONDAY)
    await town.report()
    at(TUESDAY)
    expect(await hour(scheme)).toEqual({ sent: 1, failed: 0, soon: 0 })
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = peer.asked
    const message = understand({ headers, body, path }).message
    expect(path).toBe('/send')
    expect(headers['content-type']).toBe(type)
    expect(headers['idempotency-key']).toBe(message.id)
    expect(headers.authorization).toBe(`Basic ${Buffer.from('user:pass@word').toString('base64')}`)
    expect(message).toEqual({ id: message.id, to: MOBILE, text: SOON, language: 'zh-CN' })
  },
)

test.each(['hangs', 'drops', 'breaks'] as const)(
  'a gateway that %s after accepting gets the message again under the same id, and the phone gets it once',
  async (manners) => {
    await officer('clerk')
    at(MONDAY)
    await town.report()
    at(TUESDAY)
    peer.behave(manners)
    expect(await hour()).toEqual({ sent: 0, failed: 1, soon: 0 })
    expect(await hour()).toEqual({ sent: 0, failed: 1, soon: 0 })
    peer.behave('takes')
    expect(await hour()).toEqual({ sent: 1, failed: 0, soon: 0 })
    expect(await hour()).toEqual({ sent: 0, failed: 0, soon: 0 })
    expect(peer.asked).toHaveLength(3)
    expect(phones()).toEqual([`${MOBILE} ${SOON}`])
  },
)

test.each([
  ['refuses', 'refused', 0],
  ['later', 'later', 1],
] as const)(
  'a gateway that answers %s sends nothing to the phone, and the reason is kept',
  async (manners, failure, soon) => {
    await officer('clerk')
    at(MONDAY)
    await town.report()
    at(TUESDAY)
    peer.behave(manners)
    expect(await hour()).toEqual({ sent: 0, failed: 1, soon })
    expect(phones()).toEqual([])
    expect(await town.house.db.selectFrom('sending').select(['failure', 'unsure']).execute()).toEqual([
      { failure, unsure: false },
    ])
  },
)

test('a gateway that was down for a week sends one message about what still matters', async () => {
  await officer('clerk')
  await peer.down()
  at(MONDAY)
  await town.report()
  for (const day of [TUESDAY, '2026-11-25', THURSDAY, '2026-11-27', '2026-11-30']) {
    at(day)
    expect((await hour()).sent).toBe(0)
  }
  await peer.up()
  at('2026-12-01')
  expect(await hour()).toEqual({ sent: 1, failed: 0, soon: 0 })
  expect(phones()).toEqual([`${MOBILE} ${PASSED}`])
})
