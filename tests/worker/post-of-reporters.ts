import { afterEach, beforeEach } from 'vitest'
import { type MailPeer, mailPeer } from '#tests/world/mail-peer.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { createMailer, type Mailer } from '#workflows/notices/mailer.ts'
import * as sendToReporters from '#workflows/worker/send-to-reporters.ts'

export const PATIENCE = 400
export const LI = 'li.na@mail.example'

/** A town and the mail server of its reporters, both made anew for each test. */
export function postOfReporters() {
  let town: Town
  let peer: MailPeer
  let mailer: Mailer
  beforeEach(async () => {
    town = await aTown({ env: { PUBLIC_URL: 'https://huiyin.example' } })
    peer = await mailPeer()
    mailer = createMailer({ url: peer.url, from: '回音 <huiyin@yunlan.example>' }, PATIENCE)
  })
  afterEach(async () => {
    await peer.close()
    await town.close()
  })
  return {
    town: () => town,
    peer: () => peer,
    mailer: () => mailer,
    first: () => sendToReporters.runOnce(town.house, mailer, 'first'),
    /** What the full hour does: whatever was said is written down by its errand, and leaves. */
    hourly: async () => {
      await town.drain()
      return sendToReporters.runOnce(town.house, mailer, 'hourly')
    },
    received: (from = 0) => peer.received.slice(from),
    distinctIds: () => new Set(peer.received.map(({ messageId }) => messageId)).size,
  }
}

export const linkOf = (submission: Buffer) => `https://huiyin.example/from-mail?t=${submission.toString('base64url')}`
