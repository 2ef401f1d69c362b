import { createTransport } from 'nodemailer'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import type { MailReader } from '#workflows/channels/mailbox/apart.ts'
import { type Listening, type Listener, listenForMail } from '#workflows/channels/mailbox/listener.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { receives } from '#workflows/channels/mailbox/whose-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { failureCode } from '#workflows/worker/failure.ts'

/** Reads in the process of the test: what a mail does to its reader is another test. */
export const inProcess: MailReader = { read: readMail, close: () => {} }
export const TO = 'huiyin@yunlan.example'

/** The listener on a port of its own, as the worker opens it, or otherwise as `more` says. */
export const listenIn = (
  { town }: MailTown,
  { protocol = 'smtp', ...more }: Partial<Listening> & { protocol?: 'smtp' | 'lmtp' } = {},
): Promise<Listener> =>
  listenForMail({
    at: { protocol, host: '127.0.0.1', port: 0 },
    take: (raw) => takeMail(town.house, inProcess, raw),
    receives: (address) => receives(town.house.settings, address),
    failed: failureCode,
    ...more,
  })

/** A town with its mail, and a listener for every test that asks; whatever a test opened is closed behind it. */
export function listeningTown() {
  const there = {} as { at: MailTown }
  const open: Listener[] = []
  beforeAll(async () => {
    there.at = await mailTown()
  })
  afterEach(async () => {
    for (const listener of open.splice(0)) await listener.close()
  })
  afterAll(() => there.at.close())
  const listen = async (more: Parameters<typeof listenIn>[1] = {}) => {
    const listener = await listenIn(there.at, more)
    open.push(listener)
    return listener
  }
  const counted = async () => ({ mails: (await there.at.mails()).length, reports: await there.at.reports() })
  return { there, listen, counted }
}

/** A mail server that has mails for us. `lmtp`, `pool`: as nodemailer knows them. */
export const peer = (port: number, more = {}) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true, connectionTimeout: 20_000, ...more })

export const envelope = { from: 'li@mail.example', to: TO }

/** What the peer is told of one mail. */
export const send = (port: number, raw: Buffer, more = {}): Promise<string> =>
  peer(port, more)
    .sendMail({ envelope, raw })
    .then(
      ({ response }) => response,
      (error: { response?: string; code?: string }) => error.response ?? error.code ?? 'nothing',
    )
