import { MINUTE } from '#workflows/clock.ts'
import { fairQueue, type Queued, type QueueLimits } from './fair-queue.ts'
import type { Input, Output, ParserName } from './messages.ts'
import { type Answer, type StartedParser, startParser, type Stopped } from './started-parser.ts'

export type ParserLimits = { seconds: Record<ParserName, number>; megabytes: number; waiting: QueueLimits }
export const PARSER_LIMITS: ParserLimits = {
  seconds: { mail: 20, calls: 60, table: 20, notice: 10, kind: 5, sessions: 5 },
  megabytes: 256,
  waiting: { jobs: 64, megabytes: 160 },
}
/** Short ones that wait go over together, up to so many bytes: handing one over costs more than reading it. */
const TOGETHER = 256 * 1024
/** A process that reads nothing for so long is ended, and started anew for the next. */
const RESTS = 5 * MINUTE

/** `busy`: too many wait already, and nobody began to read. `tooLong`, `tooMuch`: stopped at its limit of time or memory. */
export type NotParsed = 'busy' | 'tooLong' | 'tooMuch'
export type Parsed<T> = { read: T } | { stopped: NotParsed }
/** `by`: who waits for it; each is served in turn. `answer`: to what the parser asks while it reads. */
export type Asked = { by?: string; answer?: Answer }
export type Parsers = {
  parse<N extends ParserName>(parser: N, input: Input<N>, asked?: Asked): Promise<Parsed<Output<N>>>
  /** the number of the process that reads now, or null */
  pid(): number | null
  close(): void
}

type Job = Queued & {
  parser: ParserName
  input: unknown
  answer: Answer
  done(parsed: Parsed<unknown>): void
  failed(error: unknown): void
}

/**
 * Reads what comes from outside in a process of its own, one after the other, under limits of time and memory. It is
 * started when it is needed, and anew where something broke it; those who wait are served then.
 */
export function openParsers({ seconds, megabytes, waiting: most }: ParserLimits = PARSER_LIMITS): Parsers {
  const waiting = fairQueue<Job>(most)
  let started: StartedParser | null = null
  let rests: NodeJS.Timeout | null = null
  let busy = false

  const close = () => {
    if (rests) clearTimeout(rests)
    started?.end()
    started = null
  }

  const hand = async (jobs: readonly Job[]): Promise<unknown[] | Stopped> => {
    if (!started || started.isGone()) started = await startParser(megabytes)
    const work = {
      jobs: jobs.map(({ parser, input }) => ({ parser, input })),
      seconds: Math.max(...jobs.map(({ parser }) => seconds[parser])),
      answer: jobs[0]?.answer ?? NOTHING,
    }
    return started.do(work)
  }

  /** Of several that broke it together, each is read alone: only one of them is to blame. */
  const readAll = async (jobs: readonly Job[], again = true): Promise<Parsed<unknown>[]> => {
    const read = await hand(jobs)
    if (typeof read !== 'string') return read.map((one) => ({ read: one }))
    if (jobs.length === 1 && (read !== 'killed' || !again))
      return [{ stopped: read === 'killed' ? ('tooMuch' as const) : read }]
    const alone: Parsed<unknown>[] = []
    for (const job of jobs) alone.push(...(await readAll([job], jobs.length > 1)))
    return alone
  }

  const work = async () => {
    if (busy) return
    busy = true
    if (rests) clearTimeout(rests)
    for (let jobs = waiting.take(TOGETHER); jobs.length > 0; jobs = waiting.take(TOGETHER))
      await readAll(jobs).then(
        (parsed) => jobs.forEach(({ done }, at) => done(parsed[at] ?? { stopped: 'tooMuch' })),
        (error: unknown) => jobs.forEach(({ failed }) => failed(error)),
      )
    busy = false
    rests = setTimeout(close, RESTS).unref()
  }

  return {
    pid: () => started?.pid ?? null,
    close,
    parse: <N extends ParserName>(parser: N, input: Input<N>, { by = parser, answer }: Asked = {}) =>
      new Promise<Parsed<Output<N>>>((done, failed) => {
        const job: Job = {
          ...{ parser, input, by, failed, size: sizeOf(input), alone: answer !== undefined, answer: answer ?? NOTHING },
          done: (parsed) => done(parsed as Parsed<Output<N>>),
        }
        if (waiting.put(job)) void work()
        else done({ stopped: 'busy' })
      }),
  }
}

const NOTHING: Answer = () => Promise.resolve(null)

function sizeOf(input: Input<ParserName>): number {
  return 'bytes' in input ? input.bytes.length : input.length
}
