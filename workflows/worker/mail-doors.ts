import { setTimeout } from 'node:timers/promises'
import { readMailsApart } from '#workflows/channels/mailbox/apart.ts'
import { type Listener, listenForMail } from '#workflows/channels/mailbox/listener.ts'
import { receives } from '#workflows/channels/mailbox/whose-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { turns } from '#workflows/protection/turns.ts'
import { failureCode } from './failure.ts'
import { readMailbox } from './read-mailbox.ts'

/** Mails on their way into the database at once. Short ones are read and stored together, long ones fill the memory. */
const AT_ONCE = { short: 16, long: 4 }
const SHORT = 64 * 1024
/** Another worker of this machine listens: how long to wait before trying to follow it. */
const PAUSE = SECOND / 2

/**
 * Opens the doors that the settings name, for as long as the worker lives: the mailbox is read, and mail listened for.
 * They outlast the database: without it mails stay where they are, and peers are asked to come again. `stop` lets what
 * is under way be stored.
 */
export function openMailDoors(house: House, { ownerUrl }: { ownerUrl: string }): { stop(): Promise<void> } {
  const { mailListen, mailboxUrl } = house.settings
  const reader = readMailsApart()
  const inTurn = { short: turns(AT_ONCE.short), long: turns(AT_ONCE.long) }
  const take = (raw: Buffer, how?: { cut: boolean }) =>
    inTurn[raw.length <= SHORT ? 'short' : 'long'](() => takeMail(house, reader, raw, how))
  const leaving = new AbortController()
  const doors = [
    ...(mailListen ? [listen(house, mailListen, take, leaving.signal)] : []),
    ...(mailboxUrl ? [readMailbox(house, { ownerUrl, url: mailboxUrl, take, leave: leaving.signal })] : []),
  ]
  return {
    stop: async () => {
      leaving.abort()
      await Promise.all(doors)
      reader.close()
    },
  }
}

/** Listens until told to leave. Of several workers of one machine one listens, and another when that one is gone. */
async function listen(
  house: House,
  at: NonNullable<House['settings']['mailListen']>,
  take: (raw: Buffer) => Promise<unknown>,
  leave: AbortSignal,
): Promise<void> {
  const left = new Promise((resolve) => leave.addEventListener('abort', resolve, { once: true }))
  const failed = (error: unknown) => {
    const code = failureCode(error)
    house.log.error({ code }, 'a mail could not be stored, and its peer was told so')
    return code
  }
  const begin = () => listenForMail({ at, take, failed, receives: (address) => receives(house.settings, address) })
  let listener: Listener | null = null
  let complained = false
  while (!listener && !leave.aborted) {
    listener = await begin().catch(async (error: unknown) => {
      if (!complained) house.log.warn({ code: failureCode(error) }, 'the place to listen for mail is taken')
      complained = true
      await setTimeout(PAUSE, null, { signal: leave }).catch(() => null)
      return null
    })
  }
  await left
  await listener?.close()
}
