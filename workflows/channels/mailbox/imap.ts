import { setTimeout } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import { BEGINNING, MOST_KEPT } from './what-it-is.ts'

/** Where a mail goes once it is stored: a folder of the same account, made where it is missing. */
export const TAKEN_FOLDER = 'Huiyin'
/** After so many failures in a row storing is broken, and not a mail. */
const MOST_FAILURES = 3
/** How long a server may take to say good-bye. */
const FAREWELL = 2 * SECOND

export type MailboxVisit = {
  url: string
  /** stores a mail before it resolves; what it throws leaves the mail where it is */
  take(raw: Buffer, how: { cut: boolean }): Promise<unknown>
  /** a mail could not be stored, or not moved */
  failed(error: unknown): void
  /** aborted: leave after the mail in hand */
  leave: AbortSignal
  /** how long to wait for the server to say that there is news, before looking, in milliseconds */
  poll?: number
}

/**
 * Takes in what lies in a mailbox and all that comes, until told to leave; throws where the connection does not come
 * about or breaks. What is stored moves to a folder, everything else stays: nothing is remembered from one visit to the
 * next, and a mail that is met twice is known by its mark.
 */
export async function visitMailbox({ url, take, failed, leave, poll = MINUTE }: MailboxVisit): Promise<void> {
  const client = new ImapFlow({ ...server(new URL(url)), ...QUIETLY })
  const bell = ringable()
  client.on('exists', bell.ring)
  client.on('close', bell.ring)
  // the reason comes with what is being waited for
  client.on('error', () => {})
  let isOpen = false
  const told = () => (isOpen ? bell.ring() : client.close())
  leave.addEventListener('abort', told, { once: true })
  /** stored here, and only not moved yet */
  const stored = new Set<number>()
  const failedOnce = new Set<number>()
  try {
    await client.connect()
    await client.mailboxOpen(folderOf(new URL(url)))
    isOpen = true
    while (!leave.aborted) {
      bell.mute()
      await takeAll()
      if (leave.aborted || !client.usable) break
      void client.idle().catch(() => false)
      await bell.rung(poll)
      // some servers tell of new mails only when asked something
      if (client.usable) await client.noop()
    }
    if (!leave.aborted) throw Object.assign(new Error('the mailbox closed the connection'), { code: 'NoConnection' })
    await Promise.race([client.logout(), setTimeout(FAREWELL)])
  } finally {
    leave.removeEventListener('abort', told)
    client.close()
  }

  async function takeAll(): Promise<void> {
    let inARow = 0
    const lying = await client.fetchAll({ deleted: false }, { uid: true, size: true })
    const folder = lying.length > 0 ? await takenFolder(client) : null
    // what could not be stored the last time stands in nobody's way
    const [first, last] = [
      lying.filter(({ uid }) => !failedOnce.has(uid)),
      lying.filter(({ uid }) => failedOnce.has(uid)),
    ]
    for (const { uid, size = 0 } of [...first, ...last]) {
      if (leave.aborted || inARow >= MOST_FAILURES) return
      try {
        if (!stored.has(uid)) await takeOne(uid, size > MOST_KEPT)
        inARow = 0
      } catch (error) {
        if (!client.usable) throw error
        inARow += 1
        failedOnce.add(uid)
        failed(error)
        continue
      }
      if (!stored.has(uid)) continue
      if (folder && (await client.messageMove(String(uid), folder, { uid: true }))) stored.delete(uid)
      else if (client.usable) failed(new NotMoved())
    }
  }

  async function takeOne(uid: number, cut: boolean): Promise<void> {
    const maxLength = cut ? BEGINNING : MOST_KEPT
    const mail = await client.fetchOne(String(uid), { source: { start: 0, maxLength } }, { uid: true })
    // taken away by somebody else meanwhile
    if (!mail || !mail.source) return
    await take(mail.source, { cut })
    stored.add(uid)
    failedOnce.delete(uid)
  }
}

class NotMoved extends Error {
  override name = 'NotMoved'
}

/** A mailbox in which no folder can be made is read all the same; its mails stay, and are known by their marks. */
async function takenFolder(client: ImapFlow): Promise<string | null> {
  const there = (await client.list()).find(({ name }) => name === TAKEN_FOLDER)
  if (there) return there.path
  const made = await client.mailboxCreate(TAKEN_FOLDER).catch(() => null)
  return made?.path ?? null
}

const server = ({ protocol, hostname, port, username, password }: URL) => ({
  host: hostname.replace(/^\[(.*)\]$/, '$1'),
  port: Number(port) || (protocol === 'imaps:' ? 993 : 143),
  secure: protocol === 'imaps:',
  auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
})
const folderOf = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1)) || 'INBOX'

/** Mails are asked for as they came, byte for byte. */
const QUIETLY = {
  logger: false as const,
  disableAutoIdle: true,
  disableBinary: true,
  disableCompression: true,
  connectionTimeout: MINUTE / 2,
  maxLiteralSize: MOST_KEPT + BEGINNING,
}

/** Rings once it was rung since it was muted, or after a while. */
function ringable() {
  let rings = false
  let wake = () => {}
  return {
    mute: () => {
      rings = false
    },
    ring: () => {
      rings = true
      wake()
    },
    rung: async (longest: number) => {
      if (rings) return
      const enough = new AbortController()
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      await Promise.race([woken, setTimeout(longest, null, { signal: enough.signal }).catch(() => null)])
      enough.abort()
    },
  }
}
