import { setTimeout } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { ImapPeer } from '#tests/world/imap-peer.ts'
import { aMail } from '#tests/world/written-mail.ts'

/** Of the mails that are on their way when something is killed, so many come by the mailbox. */
const BY_MAILBOX = 3
/** A peer that was not told that its mail is stored brings it again after so long, in milliseconds. */
const RETRY = 300

/** Mails that come by SMTP and through a mailbox, each until it is acknowledged, or has left the inbox. */
export function mailsComing(mailbox: ImapPeer, port: number) {
  const words: string[] = []
  const bringing: Promise<void>[] = []
  let again = 0
  let acknowledged = 0

  const write = () => {
    const said = `第${words.length + 1}封`
    words.push(said)
    return aMail({ Subject: '' }, `${said}：每周三张一样的表。`)
  }
  const bring = async (raw: Buffer): Promise<void> => {
    for (;;) {
      const peer = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, socketTimeout: 20_000 })
      const told = await peer
        .sendMail({ envelope: { from: 'li@mail.example', to: 'huiyin@yunlan.example' }, raw })
        .then(({ response }) => response.startsWith('250'))
        .catch(() => false)
      if (told) {
        acknowledged += 1
        return
      }
      again += 1
      await setTimeout(RETRY)
    }
  }
  return {
    words,
    /** how often a peer had to bring a mail again */
    again: () => again,
    acknowledged: () => acknowledged,
    brought: () => bringing.length,
    /** brings as many more as make so many in all */
    bringUpTo: (wanted: number) => {
      for (let count = 0; words.length < wanted; count += 1) {
        if (count % BY_MAILBOX === 0) mailbox.deliver(write())
        else bringing.push(bring(write()))
      }
    },
    /** resolves when the next is acknowledged, or there is none to wait for */
    next: async () => {
      const before = acknowledged
      while (acknowledged === before && acknowledged < bringing.length) await setTimeout(20)
    },
    over: async () => {
      await Promise.all(bringing)
      while ((mailbox.folders.get('INBOX')?.mails.length ?? 0) > 0) await setTimeout(RETRY)
    },
  }
}
