import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { SECOND } from '#workflows/clock.ts'
import type { ReadMail } from './read-mail.ts'

/** From the root of the checkout, where every process of the house runs. */
const CHILD = 'workflows/channels/mailbox/reader-child.ts'
const LIMITS = { seconds: 20, megabytes: 256 }
/** Short mails that wait go over together, up to so many bytes: handing one over costs more than reading it. */
const TOGETHER = 256 * 1024

/** `tooLong`, `tooMuch`: the reader was stopped at its limit of time or memory. */
export type ReadApart = ReadMail | { mail: null; unreadable: 'tooLong' | 'tooMuch' }
export type MailReader = { read(raw: Buffer): Promise<ReadApart>; close(): void }

type Waiting = { raw: Buffer; done(read: ReadApart): void; failed(error: unknown): void }
type Broken = 'tooLong' | 'tooMuch'

/** Reads mails one after the other in a process of its own, under limits of time and memory; made anew where one breaks it. */
export function readMailsApart(limits: { seconds: number; megabytes: number } = LIMITS): MailReader {
  let child: ChildProcess | null = null
  let ready: Promise<boolean> = Promise.resolve(true)
  const waiting: Waiting[] = []
  let busy = false

  const begun = (): ChildProcess => {
    if (child) return child
    const made = fork(CHILD, {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // the reader knows nothing of the house: no key, no database
      env: { NODE_ENV: 'production' },
    })
    // what is sent to one that is gone is not heard: its end says the same
    made.on('error', () => {})
    made.once('exit', () => {
      if (child === made) child = null
    })
    // how long it takes to begin is not the mail's fault
    ready = Promise.race([once(made, 'message').then(() => true), once(made, 'exit').then(() => false)]).catch(
      () => false,
    )
    child = made
    return made
  }

  /** What it read, mail by mail, or what broke it. */
  const hand = async (mails: readonly Buffer[]): Promise<ReadMail[] | Broken> => {
    const reader = begun()
    // nothing is said of a mail that nobody began to read
    if (!(await ready)) throw new Error('the reader of mails does not begin')
    return new Promise((done) => {
      const end = (read: ReadMail[] | Broken) => {
        clearTimeout(timer)
        reader.off('message', heard).off('exit', died)
        if (typeof read === 'string') {
          child = null
          reader.kill('SIGKILL')
        }
        done(read)
      }
      const heard = (read: unknown) => end(read as ReadMail[])
      const died = () => end('tooMuch')
      const timer = setTimeout(() => end('tooLong'), limits.seconds * SECOND)
      if (reader.exitCode !== null || reader.signalCode !== null) return died()
      reader.on('message', heard).on('exit', died)
      reader.send(mails)
    })
  }

  /** Of several that broke it together, each is read alone: only one of them is to blame. */
  const readAll = async (mails: readonly Buffer[]): Promise<ReadApart[]> => {
    const read = await hand(mails)
    if (typeof read !== 'string') return read
    if (mails.length === 1) return [{ mail: null, unreadable: read }]
    const alone: ReadApart[] = []
    for (const raw of mails) alone.push(...(await readAll([raw])))
    return alone
  }

  const work = async () => {
    if (busy) return
    busy = true
    while (waiting.length > 0) {
      const some = firstOf(waiting)
      await readAll(some.map(({ raw }) => raw)).then(
        (read) => some.forEach(({ done }, at) => done(read[at] as ReadApart)),
        (error: unknown) => some.forEach(({ failed }) => failed(error)),
      )
    }
    busy = false
  }

  const close = () => {
    child?.kill()
    child = null
  }
  const read = (raw: Buffer) =>
    new Promise<ReadApart>((done, failed) => {
      waiting.push({ raw, done, failed })
      void work()
    })
  return { read, close }
}

/** Takes the first out, and those behind it that are short enough to go with it. */
function firstOf(waiting: Waiting[]): Waiting[] {
  let bytes = 0
  const beyond = waiting.findIndex(({ raw }) => (bytes += raw.length) > TOGETHER)
  return waiting.splice(0, beyond < 0 ? waiting.length : Math.max(1, beyond))
}
