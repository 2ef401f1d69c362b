import { ImapFlow } from 'imapflow'
import { MINUTE } from '#workflows/clock.ts'
import { BEGINNING, MOST_KEPT } from './what-it-is.ts'

/** Where a mail goes once it is stored: a folder of the same account, made where it is missing. */
export const TAKEN_FOLDER = 'Huiyin'
/** After so many failures one after the other, storing is broken and not a mail. */
const MOST_FAILURES = 3

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
  leave.addEventListener('abort', bell.ring, { once: true })
  /** stored here, and only not moved yet */
  const stored = new Set<number>()
  try {
    await client.connect()
    await client.mailboxOpen(folderOf(new URL(url)))
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
    await client.logout()
  } finally {
    leave.removeEventListener('abort', bell.ring)
    client.close()
  }

  async function takeAll(): Promise<void> {
    let failures = 0
    const found = await client.fetchAll({ deleted: false }, { uid: true, size: true })
    const folder = found.length > 0 ? await takenFolder(client) : null
    for (const { uid, size = 0 } of found) {
      if (leave.aborted || failures >= MOST_FAILURES) return
      try {
        if (!stored.has(uid)) {
          const cut = size > MOST_KEPT
          const maxLength = cut ? BEGINNING : MOST_KEPT
          const mail = await client.fetchOne(String(uid), { source: { start: 0, maxLength } }, { uid: true })
          // taken away by somebody else meanwhile
          if (!mail || !mail.source) continue
          await take(mail.source, { cut })
          stored.add(uid)
        }
        if (!folder || !(await client.messageMove(String(uid), folder, { uid: true }))) throw new NotMoved()
        stored.delete(uid)
      } catch (error) {
        if (!client.usable) throw error
        failures += 1
        failed(error)
      }
    }
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
    rung: (longest: number) =>
      new Promise<void>((resolve) => {
        if (rings) return resolve()
        const timer = setTimeout(resolve, longest)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
