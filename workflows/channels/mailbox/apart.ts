import { type ChildProcess, fork } from 'node:child_process'
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
  const inTurn = turns(1)

  const begun = (): ChildProcess => {
    child ??= fork(CHILD, {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // the reader knows nothing of the house: no key, no database
      env: { NODE_ENV: 'production' },
    })
    return child
  }

  const readOne = (raw: Buffer): Promise<ReadApart> =>
    new Promise((done) => {
      const reader = begun()
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
      reader.on('message', heard).on('exit', died)
      reader.send(raw)
    })

  return { read: (raw) => inTurn(() => readOne(raw)), close: () => void child?.kill() }
}
