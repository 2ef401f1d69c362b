import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Dovecot, dovecot } from '#tests/world/dovecot.ts'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { type Postfix, postfix } from '#tests/world/postfix.ts'
import { realPeers } from '#tests/world/real-peers.ts'
import { aMail } from '#tests/world/written-mail.ts'
import type { Listener } from '#workflows/channels/mailbox/listener.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { readMailbox } from '#workflows/worker/read-mailbox.ts'
import { inProcess, listenIn, peer, TO } from './listener.ts'

const PATIENCE = { timeout: 20_000, interval: 200 }
const MAILS = 30

describe.skipIf(!realPeers())('mail servers that people run', () => {
  let at: MailTown
  beforeAll(async () => {
    at = await mailTown()
  })
  afterAll(() => at.close())

  describe('a Postfix that delivers by LMTP', () => {
    let server: Postfix
    let listener: Listener
    let isOpen = true
    beforeAll(async () => {
      listener = await listenIn(at, {
        protocol: 'lmtp',
        take: (raw) => (isOpen ? takeMail(at.town.house, inProcess, raw) : Promise.reject(new Error('away'))),
      })
      server = await postfix(listener.port)
    })
    afterAll(async () => {
      server.close()
      await listener.close()
    })

    test(`hands over ${MAILS} mails, each once; what could not be stored it brings again`, async () => {
      const before = await at.reports()
      const sender = peer(server.port, { pool: true })
      const send = (raw: Buffer) => sender.sendMail({ envelope: { from: 'li@mail.example', to: TO }, raw })
      isOpen = false
      for (let count = 0; count < MAILS; count += 1) await send(aMail())
      await expect.poll(() => server.waiting(), PATIENCE).toBe(MAILS)
      expect(await at.reports()).toBe(before)
      isOpen = true
      server.flush()
      await expect.poll(() => at.reports(), PATIENCE).toBe(before + MAILS)
      await expect.poll(() => server.waiting(), PATIENCE).toBe(0)
      expect(await at.reports()).toBe(before + MAILS)
      sender.close()
    }, 60_000)
  })

  describe('a Dovecot that keeps the mailbox', () => {
    let server: Dovecot
    beforeAll(async () => {
      server = await dovecot()
    })
    afterAll(() => server.close())

    test('is read: what lies there, what comes, and what came while it was away or numbered its mails anew', async () => {
      const before = await at.reports()
      await server.deliver(aMail())
      await server.deliver(aMail())
      const leave = new AbortController()
      const read = readMailbox(at.town.house, {
        ownerUrl: at.town.database.ownerUrl,
        url: server.url,
        take: (raw) => takeMail(at.town.house, inProcess, raw),
        leave: leave.signal,
        poll: 60_000,
      })
      await expect.poll(() => server.lying('Huiyin'), PATIENCE).toBe(2)
      await server.deliver(aMail())
      await expect.poll(() => server.lying('Huiyin'), PATIENCE).toBe(3)
      await server.stop()
      await server.start()
      await server.deliver(aMail())
      await expect.poll(() => server.lying('Huiyin'), PATIENCE).toBe(4)
      await server.renumber()
      await server.deliver(aMail())
      await expect.poll(() => server.lying('Huiyin'), PATIENCE).toBe(5)
      expect([await server.lying('INBOX'), await at.reports()]).toEqual([0, before + 5])
      leave.abort()
      await read
    }, 120_000)
  })

  test.each(['SMTP', 'LMTP'] as const)('swaks, by %s', async (protocol) => {
    const listener = await listenIn(at, { protocol: protocol === 'SMTP' ? 'smtp' : 'lmtp' })
    const before = await at.reports()
    const words = [
      '--server',
      `127.0.0.1:${listener.port}`,
      '--protocol',
      protocol,
      '--from',
      'li@mail.example',
      '--to',
      TO,
    ]
    const { stdout } = await promisify(execFile)('swaks', words)
    expect(stdout).toMatch(/->\s+\.[^]*<-\s+250/)
    expect(await at.reports()).toBe(before + 1)
    await listener.close()
  })
})
