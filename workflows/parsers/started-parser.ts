import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { SECOND } from '#workflows/clock.ts'
import type { ToParent, ToParser } from './messages.ts'

/** From the root of the checkout, where every process of the house runs. */
const PROGRAM = 'workflows/parsers/parser-process.ts'
/** What lies outside the heap besides: the program itself, bytes as they came, bytes unpacked. */
const BESIDE_HEAP_MB = 320
const WATCH = SECOND / 10
const PAGE_BYTES = 4096

/** `tooLong`, `tooMuch`: stopped at its limit of time or memory. `killed`: ended by somebody else. */
export type Stopped = 'tooLong' | 'tooMuch' | 'killed'
export type Work = { jobs: Extract<ToParser, { jobs: unknown }>['jobs']; seconds: number; answer: Answer }
/** Answers what the parser asks while it reads. */
export type Answer = (question: string[]) => Promise<unknown>
/** `do` hands over jobs, and says what was read of each, or what stopped it: then the process is gone. */
export type StartedParser = {
  do(work: Work): Promise<unknown[] | Stopped>
  pid: number
  isGone(): boolean
  end(): void
}

/** Starts a parser process. Rejects where it does not begin: nothing is said of a file that nobody began to read. */
export async function startParser(megabytes: number): Promise<StartedParser> {
  const child = fork(PROGRAM, {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // it knows nothing of the house: no key, no database
    env: { NODE_ENV: 'production' },
  })
  // what is sent to one that is gone is not heard: its end says the same
  child.on('error', () => {})
  const end = () => void child.kill('SIGKILL')
  process.on('exit', end)
  child.once('exit', () => process.off('exit', end))
  const begun = await Promise.race([once(child, 'message').then(() => true), once(child, 'exit').then(() => false)])
  if (!begun) throw new Error('the parser process does not begin')
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  hold(child, false)
  return { do: (work) => handOver(child, isGone, megabytes, work), pid: child.pid ?? 0, isGone, end }
}

function handOver(
  child: ChildProcess,
  isGone: () => boolean,
  megabytes: number,
  { jobs, seconds, answer }: Work,
): Promise<unknown[] | Stopped> {
  if (isGone()) return Promise.resolve('killed')
  hold(child, true)
  return new Promise((done, failed) => {
    const finish = (after: () => void) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.off('message', heard).off('exit', died)
      hold(child, false)
      after()
    }
    const stop = (why: Stopped) =>
      finish(() => {
        child.kill('SIGKILL')
        done(why)
      })
    const heard = (message: unknown) => {
      const said = message as ToParent
      if ('read' in said) finish(() => done(said.read))
      if ('question' in said)
        answer(said.question).then(
          (found) => void child.send({ answer: found } satisfies ToParser),
          (error: unknown) => {
            child.kill('SIGKILL')
            finish(() => failed(error))
          },
        )
    }
    // a heap that is full ends by SIGABRT, a parser that throws by its code
    const died = (_code: number | null, signal: string | null) =>
      stop(signal === 'SIGKILL' || signal === 'SIGTERM' ? 'killed' : 'tooMuch')
    const timer = setTimeout(() => stop('tooLong'), seconds * SECOND)
    const watch = setInterval(() => {
      if (residentMb(child.pid) > megabytes + BESIDE_HEAP_MB) stop('tooMuch')
    }, WATCH)
    child.on('message', heard).on('exit', died)
    child.send({ jobs } satisfies ToParser)
  })
}

/** While nothing is read, the process keeps nobody from ending. */
function hold(child: ChildProcess, isBusy: boolean): void {
  if (isBusy) child.ref()
  else child.unref()
  if (isBusy) child.channel?.ref()
  else child.channel?.unref()
}

/** Bytes outside the heap are bounded by no flag of Node. Nothing where the system does not tell. */
function residentMb(pid: number | undefined): number {
  try {
    const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return (Number(resident) * PAGE_BYTES) / 1024 / 1024
  } catch {
    return 0
  }
}
