import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ImapPeer, imapPeer, type ImapSkills } from '#tests/world/imap-peer.ts'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { readMailbox } from '#workflows/worker/read-mailbox.ts'
import { inProcess } from './listener.ts'

let at: MailTown
let peer: ImapPeer
beforeAll(async () => {
  at = await mailTown()
})
afterAll(() => at.close())
beforeEach(async () => {
  await begin()
})
const running: { leave: AbortController; read: Promise<void> }[] = []
afterEach(async () => {
  await leaveAll()
  await peer.close()
})
const leaveAll = async () => {
  for (const { leave, read } of running.splice(0)) {
    leave.abort()
    await read
  }
}
async function begin(skills?: ImapSkills) {
  await peer?.close().catch(() => null)
  peer = await imapPeer(skills)
}
/** Reads the mailbox as the worker does, until the test is over. */
function read({
  take = (raw: Buffer, how?: { cut: boolean }): Promise<unknown> => takeMail(at.town.house, inProcess, raw, how),
  poll = 60_000,
} = {}) {
  const leave = new AbortController()
  const { ownerUrl } = at.town.database
  running.push({
    leave,
    read: readMailbox(at.town.house, { ownerUrl, url: peer.url, take, leave: leave.signal, poll }),
  })
}
const lyingIn = (folder: string) => peer.folders.get(folder)?.mails.length ?? 0
const until = (said: () => unknown, value: unknown) => expect.poll(said, { timeout: 15_000 }).toEqual(value)

test('what lies in the mailbox is taken in and moves to a folder, which is made', async () => {
  const before = await at.reports()
  for (let count = 0; count < 5; count += 1) peer.deliver(aMail())
  read()
  await until(() => [lyingIn('INBOX'), lyingIn('Huiyin')], [0, 5])
  expect(await at.reports()).toBe(before + 5)
})

test('what comes later is taken in as soon as the server tells of it', async () => {
  const before = await at.reports()
  read()
  await until(() => peer.asked.at(-1), 'IDLE')
  peer.deliver(aMail())
  await until(() => lyingIn('Huiyin'), 1)
  peer.deliver(aMail())
  await until(() => lyingIn('Huiyin'), 2)
  expect(await at.reports()).toBe(before + 2)
})

test('a server that tells of nothing is asked', async () => {
  await begin(['MOVE'])
  const before = await at.reports()
  read({ poll: 200 })
  await until(() => peer.asked.includes('NOOP'), true)
  peer.deliver(aMail())
  await until(() => lyingIn('Huiyin'), 1)
  expect(await at.reports()).toBe(before + 1)
})

test('a server that cannot move is asked to copy and remove; one that puts all folders below INBOX gets it there', async () => {
  await begin(['IDLE', 'UIDPLUS', 'NAMESPACE'])
  const before = await at.reports()
  peer.deliver(aMail())
  read()
  await until(() => [lyingIn('INBOX'), lyingIn('INBOX.Huiyin')], [0, 1])
  expect(await at.reports()).toBe(before + 1)
})

describe('a mail that cannot be stored', () => {
  test('stays where it is, holds nobody up however many there are, and is taken in when it can be', async () => {
    const before = await at.reports()
    let broken = true
    const poor = Array.from({ length: 4 }, () => aMail())
    for (const raw of [...poor, aMail()]) peer.deliver(raw)
    const take = (raw: Buffer) =>
      broken && poor.some((one) => one.equals(raw))
        ? Promise.reject(new Error('no'))
        : takeMail(at.town.house, inProcess, raw)
    read({ take, poll: 300 })
    await until(() => [lyingIn('INBOX'), lyingIn('Huiyin')], [4, 1])
    expect(await at.reports()).toBe(before + 1)
    broken = false
    await until(() => [lyingIn('INBOX'), lyingIn('Huiyin')], [0, 5])
    expect(await at.reports()).toBe(before + 5)
  })
})

describe('over whatever happens between, each mail is one report', () => {
  test.each([
    ['lost before the mail is handed over', 'UID FETCH', 'before'],
    ['lost once it is handed over', 'UID FETCH', 'after'],
    ['lost before it is moved', 'UID MOVE', 'before'],
    ['lost once it is moved', 'UID MOVE', 'after'],
    ['lost while nothing happens', 'IDLE', 'after'],
    ['lost at the door', 'LOGIN', 'before'],
  ] as const)('a connection %s', async (_, command, when) => {
    const before = await at.reports()
    for (let count = 0; count < 3; count += 1) peer.deliver(aMail())
    peer.cutAt(command, when)
    read()
    await until(() => [lyingIn('INBOX'), lyingIn('Huiyin')], [0, 3])
    expect(await at.reports()).toBe(before + 3)
  })

  test('a server that goes away and comes back', async () => {
    const before = await at.reports()
    read()
    await until(() => peer.asked.at(-1), 'IDLE')
    peer.cutAll()
    peer.deliver(aMail())
    await until(() => lyingIn('Huiyin'), 1)
    expect(await at.reports()).toBe(before + 1)
  })

  test('numbers of mails that are given anew', async () => {
    const before = await at.reports()
    peer.refuse('UID MOVE')
    for (let count = 0; count < 3; count += 1) peer.deliver(aMail())
    read({ poll: 200 })
    await until(() => at.reports(), before + 3)
    peer.renumber()
    peer.deliver(aMail())
    await until(() => at.reports(), before + 4)
    peer.refuse(null)
    await until(() => [lyingIn('INBOX'), lyingIn('Huiyin')], [0, 4])
    expect(await at.reports()).toBe(before + 4)
  })

  test('a worker that begins anew while mails stay where they are', async () => {
    const before = await at.reports()
    peer.refuse('CREATE')
    for (let count = 0; count < 3; count += 1) peer.deliver(aMail())
    read()
    await until(() => at.reports(), before + 3)
    await leaveAll()
    read()
    await until(() => peer.asked.filter((command) => command.startsWith('LOGOUT')).length, 1)
    await until(() => peer.asked.at(-1), 'IDLE')
    expect([lyingIn('INBOX'), await at.reports()]).toEqual([3, before + 3])
  })

  test('two workers: one of them reads, and the other when that one is gone', async () => {
    const before = await at.reports()
    read()
    await until(() => peer.asked.at(-1), 'IDLE')
    read()
    for (let count = 0; count < 5; count += 1) peer.deliver(aMail())
    await until(() => lyingIn('Huiyin'), 5)
    expect(peer.connections()).toBe(1)
    const first = running.shift()
    first?.leave.abort()
    await first?.read
    peer.deliver(aMail())
    await until(() => lyingIn('Huiyin'), 6)
    expect(await at.reports()).toBe(before + 6)
  })
})

test('of a mail too big to be kept the beginning is set aside for people, and all of it stays in the folder', async () => {
  const big = Buffer.concat([aMail(), Buffer.alloc(61 * 1024 * 1024, 'a')])
  peer.deliver(big)
  read()
  await until(() => lyingIn('Huiyin'), 1)
  expect(await at.mails()).toContainEqual({ outcome: 'quarantined', reason: 'tooBig' })
  expect(peer.folders.get('Huiyin')?.mails[0]?.raw.equals(big)).toBe(true)
})
