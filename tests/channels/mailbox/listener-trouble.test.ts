import { Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { dialogue } from '#tests/world/dialogue.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { openMailDoors } from '#workflows/worker/mail-doors.ts'
import { freePort } from '#tests/world/serve.ts'
import { inProcess, listeningTown, listenIn, peer, send, TO, envelope } from './listener.ts'

/** Five thousand take half a minute, and are one report as well. */
const COPIES = 500

const { there, listen, counted } = listeningTown()

test('a place that is taken is said so, and ends nobody', async () => {
  const { port } = await listen()
  await expect(listenIn(there.at, { at: { protocol: 'smtp', host: '127.0.0.1', port } })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

describe.each(['smtp', 'lmtp'] as const)('a peer that breaks off, by %s', (protocol) => {
  /** What the peer says, in order, before the line is cut. */
  const stepsWith = (raw: string): [name: string, words: string][] => [
    ['after the greeting', ''],
    ['in the middle of a command', 'EHL'],
    ['after its own name', `${protocol === 'lmtp' ? 'LHLO' : 'EHLO'} me\r\n`],
    ['after the sender', 'MAIL FROM:<li@mail.example>\r\n'],
    ['after the receiver', `RCPT TO:<${TO}>\r\n`],
    ['after it was told to go on', 'DATA\r\n'],
    ['in the header', raw.slice(0, 60)],
    ['in the middle of the mail', raw.slice(60, 900)],
    ['before the last dot', raw.slice(900)],
    ['in the last dot', '.\r'],
    ['after the last dot, before it could hear', '\n'],
  ]

  test.each(stepsWith('').map(([name], step) => ({ name, step })))(
    '$name: nothing is stored half, and the mail comes whole the next time, once',
    async ({ step }) => {
      const { port } = await listen({ protocol })
      const before = await counted()
      const raw = aMail({}, `每周三张一样的表。\r\n${'又一张。\r\n'.repeat(200)}`).toString()
      const steps = stepsWith(raw)
      const talk = await dialogue(port)
      for (const [, words] of steps.slice(1, step + 1)) {
        await talk.send(words === 'EHL' && step > 1 ? '' : words)
        if (/^(EHLO|LHLO|MAIL|RCPT|DATA)/.test(words)) await talk.hear()
      }
      talk.cut()
      await talk.ended
      if (step < steps.length - 1) expect(await counted()).toEqual(before)
      const answer = await send(port, Buffer.from(raw), { lmtp: protocol === 'lmtp' })
      expect(answer).toMatch(/^250/)
      expect(await counted()).toEqual({ mails: before.mails + 1, reports: before.reports + 1 })
    },
  )
})

test('a peer that falls silent in the middle of a mail is let go, and harms nobody meanwhile', async () => {
  const { port } = await listen({ limits: { silence: 400 } })
  const before = await counted()
  const talk = await dialogue(port)
  for (const line of ['EHLO me', 'MAIL FROM:<li@mail.example>', `RCPT TO:<${TO}>`, 'DATA']) await talk.say(line)
  await talk.send('Subject: half')
  expect(await send(port, aMail())).toMatch(/^250/)
  expect(await talk.hear()).toMatch(/^421/)
  await talk.ended
  expect((await counted()).reports).toBe(before.reports + 1)
})

test('a peer that drips one byte after the other is heard out, and asked to come again', async () => {
  const { port } = await listen({ limits: { silence: 5000, patience: 300 } })
  const before = await counted()
  const talk = await dialogue(port)
  for (const line of ['EHLO me', 'MAIL FROM:<li@mail.example>', `RCPT TO:<${TO}>`, 'DATA']) await talk.say(line)
  for (const letter of 'Subject: slow') {
    await talk.send(letter)
    await setTimeout(40)
  }
  expect(await talk.say('\r\n\r\nslow\r\n.')).toMatch(/^451/)
  talk.cut()
  expect(await counted()).toEqual(before)
})

test('a dot on a line that other servers take for the end ends no mail', async () => {
  const { port } = await listen()
  const before = await counted()
  const talk = await dialogue(port)
  for (const line of ['EHLO me', 'MAIL FROM:<li@mail.example>', `RCPT TO:<${TO}>`, 'DATA']) await talk.say(line)
  const smuggled = `one\n.\nMAIL FROM:<boss@mail.example>\r\nRCPT TO:<${TO}>\r\nDATA\r\nSubject: two\r\n\r\ntwo`
  expect(await talk.say(`${aMail({}, smuggled).toString()}\r\n.`)).toMatch(/^250/)
  talk.cut()
  expect((await counted()).reports).toBe(before.reports + 1)
})

describe('a mail that cannot be stored is asked for again', () => {
  test('where the disk is full, and is stored once there is room', async () => {
    const { port } = await listen()
    const raw = aMail()
    await sql`create or replace function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(there.at.owner)
    await sql`create trigger full_disk before insert on report for each row execute function full_disk()`.execute(
      there.at.owner,
    )
    const before = await counted()
    expect(await send(port, raw)).toMatch(/^452/)
    expect(await counted()).toEqual(before)
    await sql`drop trigger full_disk on report`.execute(there.at.owner)
    expect(await send(port, raw)).toMatch(/^250/)
    expect((await counted()).reports).toBe(before.reports + 1)
  })

  test('where the database is away, and is stored once it is back', async () => {
    const nowhere = connect(`postgres://nobody:x@127.0.0.1:${await freePort()}/none`, { max: 1 })
    const house = { ...there.at.town.house, db: nowhere }
    const raw = aMail()
    const before = await counted()
    const { port } = await listen({ take: (mail) => takeMail(house, inProcess, mail) })
    expect(await send(port, raw)).toMatch(/^451/)
    house.db = there.at.town.house.db
    expect(await send(port, raw)).toMatch(/^250/)
    expect((await counted()).reports).toBe(before.reports + 1)
    await disconnect(nowhere)
  })

  test('where its connection to the database is lost in the middle of storing', async () => {
    const { port } = await listen()
    const before = await counted()
    const raw = aMail()
    await sql`create or replace function cut() returns trigger language plpgsql security definer as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`.execute(there.at.owner)
    await sql`create trigger cut before insert on mail for each row execute function cut()`.execute(there.at.owner)
    expect(await send(port, raw)).toMatch(/^451/)
    await sql`drop trigger cut on mail`.execute(there.at.owner)
    expect(await counted()).toEqual(before)
    // connections that broke with it are found out one by one
    await expect.poll(() => send(port, raw)).toMatch(/^250/)
    expect((await counted()).reports).toBe(before.reports + 1)
  })
})

describe('many at once', () => {
  test(`${COPIES} copies of one mail are one report, and every peer is told that it is stored`, async () => {
    const { port } = await listen()
    const before = await counted()
    const raw = aMail()
    const crowd = peer(port, { pool: true, maxConnections: 40, maxMessages: 1000 })
    const answers = await Promise.all(
      Array.from({ length: COPIES }, () => crowd.sendMail({ envelope, raw }).then(({ response }) => response)),
    )
    crowd.close()
    expect(answers.filter((answer) => answer.startsWith('250'))).toHaveLength(COPIES)
    expect(await counted()).toEqual({ mails: before.mails + 1, reports: before.reports + 1 })
  }, 60_000)

  test('fill no more memory than they may: who comes then is asked to come later, and is stored then', async () => {
    let most = 0
    let held = 0
    const { port } = await listen({
      limits: { megabytes: 3 },
      take: async (raw) => {
        held += raw.length
        most = Math.max(most, held)
        await setTimeout(100)
        await takeMail(there.at.town.house, inProcess, raw)
        held -= raw.length
      },
    })
    const before = await counted()
    const big = () => aMail({ 'Content-Type': 'text/plain' }, `${'a'.repeat(998)}\r\n`.repeat(1100))
    let waiting = Array.from({ length: 8 }, big)
    let turnedAway = 0
    while (waiting.length > 0) {
      const answers = await Promise.all(waiting.map((raw) => send(port, raw)))
      expect(answers.every((answer) => /^(250|452)/.test(answer))).toBe(true)
      waiting = waiting.filter((_, one) => answers[one]?.startsWith('452'))
      turnedAway += waiting.length
    }
    expect(turnedAway).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(3 * 1024 * 1024)
    expect((await counted()).reports).toBe(before.reports + 8)
  }, 60_000)

  test('peers that stall in the middle of their mails keep no other mail out', async () => {
    const { port } = await listen({ limits: { megabytes: 1 } })
    const stalled = await Promise.all([1, 2, 3].map(() => dialogue(port)))
    for (const talk of stalled) {
      await talk.say('EHLO me')
      await talk.say('MAIL FROM:<li@mail.example>')
      await talk.say('RCPT TO:<huiyin@yunlan.example>')
      await talk.say('DATA')
      await talk.send(`${'a'.repeat(998)}\r\n`.repeat(300))
    }
    const big = aMail({ 'Content-Type': 'text/plain' }, `${'a'.repeat(998)}\r\n`.repeat(800))
    // a mail server comes again, as it is told to
    let answer = ''
    for (let sent = 0; !answer.startsWith('250') && sent < 100; sent += 1) {
      answer = await send(port, big)
      await setTimeout(100)
    }
    expect(answer).toMatch(/^250/)
    for (const talk of stalled) talk.cut()
  })

  test('more peers than can be heard are told so at once', async () => {
    const { port } = await listen({ limits: { peers: 2 } })
    const first = [await dialogue(port), await dialogue(port)]
    const third = await dialogue(port)
    await third.ended
    for (const talk of first) talk.cut()
    await Promise.all(first.map(({ ended }) => ended))
    expect(await send(port, aMail())).toMatch(/^250/)
  })
})

describe('whoever connects', () => {
  test('gets no mail passed on: only what is for our own domain is taken', async () => {
    const { port } = await listen()
    const talk = await dialogue(port)
    await talk.say('EHLO me')
    await talk.say('MAIL FROM:<li@mail.example>')
    for (const to of ['victim@elsewhere.example', 'huiyin@yunlan.example.elsewhere.example', 'a@notyunlan.example'])
      expect(await talk.say(`RCPT TO:<${to}>`), to).toMatch(/^550/)
    for (const to of ['huiyin@yunlan.example', 'ZX@YUNLAN.EXAMPLE', 'a@mail.yunlan.example', 'postmaster'])
      expect(await talk.say(`RCPT TO:<${to}>`), to).toMatch(/^250/)
    talk.cut()
  })

  test('leaves nothing of themselves in the log, whatever goes wrong', async () => {
    let log = ''
    const into = new Writable({ write: (line, _, done) => ((log += line), done()) })
    const port = await freePort()
    const nowhere = connect(`postgres://nobody:x@127.0.0.1:${await freePort()}/none`, { max: 1 })
    const settings = {
      ...there.at.town.house.settings,
      mailListen: { protocol: 'smtp' as const, host: '127.0.0.1', port },
    }
    const house = { ...there.at.town.house, settings, db: nowhere, log: pino({ level: 'trace' }, into) }
    const doors = openMailDoors(house, { ownerUrl: '' })
    await expect.poll(() => send(port, aMail({ From: 'secret@mail.example' }))).toMatch(/^451/)
    const talk = await dialogue(port)
    await talk.say('EHLO secret.example')
    await talk.send('MAIL FROM:<secret')
    talk.cut()
    await doors.stop()
    expect(log).toContain('could not be stored')
    expect(log).not.toMatch(/secret|127\.0\.0\.1|mail\.example|重复填表/)
    await disconnect(nowhere)
  })
})
