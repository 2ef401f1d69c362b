import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { SECOND } from '#workflows/clock.ts'
import { turns } from '#workflows/protection/turns.ts'
import type { ReadMail } from './read-mail.ts'

/** From the root of the checkout, where every process of the house runs. */
const CHILD = 'workflows/channels/mailbox/reader-child.ts'
const LIMITS = { seconds: 20, megabytes: 256 }

/** `tooLong`, `tooMuch`: the reader was stopped at its limit of time or memory. */
export type ReadApart = ReadMail | { mail: null; unreadable: 'tooLong' | 'tooMuch' }
export type MailReader = { read(raw: Buffer): Promise<ReadApart>; close(): void }

/** Reads mails one after the other in a process of its own, under limits of time and memory; made anew where one breaks it. */
export function readMailsApart(limits: { seconds: number; megabytes: number } = LIMITS): MailReader {
  let child: ChildProcess | null = null
  let ready: Promise<boolean> = Promise.resolve(true)
  const inTurn = turns(1)

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

  const readOne = async (raw: Buffer): Promise<ReadApart> => {
    const reader = begun()
    // nothing is said of a mail that nobody began to read
    if (!(await ready)) throw new Error('the reader of mails does not begin')
    return new Promise((done) => {
      const end = (read: ReadApart, broken: boolean) => {
        clearTimeout(timer)
        reader.off('message', heard).off('exit', died)
        if (broken) {
          child = null
          reader.kill('SIGKILL')
        }
        done(read)
      }
      const heard = (read: unknown) => end(read as ReadMail, false)
      const died = () => end({ mail: null, unreadable: 'tooMuch' }, true)
      const timer = setTimeout(() => end({ mail: null, unreadable: 'tooLong' }, true), limits.seconds * SECOND)
      if (reader.exitCode !== null || reader.signalCode !== null) return died()
      reader.on('message', heard).on('exit', died)
      reader.send(raw)
    })
  }

  const close = () => {
    child?.kill()
    child = null
  }
  return { read: (raw) => inTurn(() => readOne(raw)), close }
}
