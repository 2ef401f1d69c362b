import { describe, expect, test } from 'vitest'
import { dialogue } from '#tests/world/dialogue.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { envelope, inProcess, listeningTown, peer, send, TO } from './listener.ts'

const { there, listen, counted } = listeningTown()

describe.each(['smtp', 'lmtp'] as const)('mail that comes by %s', (protocol) => {
  const more = { lmtp: protocol === 'lmtp' }

  test('is a report by the time its peer is told so, and not before', async () => {
    let let_go = () => {}
    const gate = new Promise<void>((resolve) => (let_go = resolve))
    const { port } = await listen({
      protocol,
      take: async (raw) => {
        await takeMail(there.at.town.house, inProcess, raw)
        await gate
      },
    })
    const before = await there.at.reports()
    let told: string | null = null
    const telling = send(port, aMail(), more).then((answer) => (told = answer))
    while ((await there.at.reports()) === before) expect(told).toBeNull()
    expect(told).toBeNull()
    let_go()
    expect(await telling).toMatch(/^250/)
  })

  test('twice is one report, and both times its peer is told that it is stored', async () => {
    const { port } = await listen({ protocol })
    const before = await counted()
    const raw = aMail()
    expect(await send(port, raw, more)).toMatch(/^250/)
    expect(await send(port, raw, more)).toMatch(/^250/)
    expect(await counted()).toEqual({ mails: before.mails + 1, reports: before.reports + 1 })
  })

  test('for several of our mailboxes at once is one report, acknowledged for each', async () => {
    const { port } = await listen({ protocol })
    const before = await counted()
    const to = [TO, 'zhuanxiang@yunlan.example']
    const sent = await peer(port, more).sendMail({ envelope: { ...envelope, to }, raw: aMail() })
    expect(sent.accepted).toEqual(to)
    expect((await counted()).reports).toBe(before.reports + 1)
  })

  test('bigger than is kept is refused, before it is sent or after', async () => {
    const { port } = await listen({ protocol, limits: { bytes: 20_000 } })
    const before = await counted()
    const big = aMail({}, 'a'.repeat(30_000))
    const talk = await dialogue(port)
    const greeted = await talk.say(protocol === 'lmtp' ? 'LHLO me' : 'EHLO me')
    expect(greeted).toContain('SIZE 20000')
    expect(await talk.say('MAIL FROM:<li@mail.example> SIZE=30000')).toMatch(/^552/)
    await talk.say('MAIL FROM:<li@mail.example>')
    await talk.say(`RCPT TO:<${TO}>`)
    await talk.say('DATA')
    expect(await talk.say(`${big.toString()}\r\n.`)).toMatch(/^552/)
    talk.cut()
    expect(await counted()).toEqual(before)
    expect(await send(port, aMail(), more)).toMatch(/^250/)
  })
})

test('a mail that copies itself by mailbox and by mail server, with other traces and other ends of lines, is one', async () => {
  const { port } = await listen()
  const before = await counted()
  const raw = aMail()
  await send(port, raw)
  const traced = Buffer.concat([
    Buffer.from('Return-Path: <li@mail.example>\nReceived: from a by b; today\nDelivered-To: x@y.example\n'),
    Buffer.from(raw.toString().replaceAll('\r\n', '\n')),
    Buffer.from('\n\n'),
  ])
  expect(await takeMail(there.at.town.house, inProcess, traced)).toMatchObject({ again: true, outcome: 'report' })
  expect((await counted()).reports).toBe(before.reports + 1)
})
