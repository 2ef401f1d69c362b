import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { run, type WorkerEvents } from 'graphile-worker'
import { connect, disconnect } from '#db/connection.ts'
import { openJobPool } from '#db/job-pool.ts'
import { sayAlive } from '#db/living-workers.ts'
import type { Database } from '#db/transaction.ts'
import { HOUR, SECOND, wallClock } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { compareClocks } from './compare-clocks.ts'
import { failureCode } from './failure.ts'
import { forgetDeadWorkers, keepHeartbeat, type Pace } from './heartbeat.ts'
import { quietLog } from './quiet-log.ts'
import { taskList, TIMETABLE } from './task-list.ts'

/** Errands done at once by one process. */
const HANDS = 2
/**
 * What the queue is told of a job's end in a batch, though of one, ends this queue where the database is away, and a new one
 * takes over. Told at once it would be a promise that nobody hears of, and end the process.
 */
const OUTLASTING = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }
/**
 * Milliseconds that each part may take to end: one that was told to stop finishes its jobs, one that is lost is stuck and may
 * never end. What does not end in time is left to the process.
 */
const WAIT = { stopped: 20 * SECOND, lost: 2 * SECOND }

/** `ended` resolves, never rejects, when the queue is gone, or stuck, or the connection that says it lives is gone. */
export type Shift = { ended: Promise<unknown>; end(how: keyof typeof WAIT): Promise<void> }

/**
 * One running job queue: its loops, its heartbeat and its connections. Throws where the database does not answer, and
 * ClockError where the clocks differ.
 */
export async function beginShift(house: House, ownerUrl: string, pace: Pace): Promise<Shift> {
  const owner = connect(ownerUrl, { max: 2, name: 'huiyin worker' })
  const pool = openJobPool(ownerUrl, HANDS + 2)
  const opened: (() => Promise<unknown>)[] = [() => disconnect(owner), () => pool.end()]
  const close = async (how: keyof typeof WAIT) => {
    for (const end of opened.splice(0).reverse())
      if (!(await endsInTime(end, WAIT[how])))
        house.log.error('a part of the stopped worker did not end and is left behind')
  }
  try {
    await compareClocks(owner, wallClock().wall)
    await forgetDeadWorkers(house, owner)
    const heartbeat = keepHeartbeat(house, owner, randomBytes(6).toString('hex'), pace)
    const hands: string[] = []
    const busy = new Set<string>()
    const events: WorkerEvents = new EventEmitter()
    events.on('worker:create', ({ worker }) => hands.push(worker.workerId))
    events.on('job:start', ({ worker }) => busy.add(worker.workerId))
    events.on('job:complete', ({ worker }) => busy.delete(worker.workerId))
    const runner = await run({
      pgPool: pool,
      concurrency: HANDS,
      noHandleSignals: true,
      logger: quietLog(house.log),
      events,
      preset: OUTLASTING,
      taskList: { ...taskList(house, owner), ...heartbeat.tasks },
      parsedCronItems: TIMETABLE,
    })
    const finished = runner.promise.catch(() => null)
    opened.push(heartbeat.end, () =>
      runner
        .stop()
        .catch(() => null)
        .then(() => finished),
    )
    const alive = await sayAlive(ownerUrl, hands)
    opened.push(() => alive.end(), compareHourly(house, owner))
    const silent = heartbeat.watch(() => busy.size >= HANDS)
    return { ended: Promise.race([finished, alive.lost, silent]), end: close }
  } catch (error) {
    await close('lost')
    throw error
  }
}

/** Not a duty of the timetable: a clock that stood ahead would have stopped the timetable. Returns how to end it. */
function compareHourly({ log }: House, owner: Database): () => Promise<void> {
  const timer = setInterval(() => {
    compareClocks(owner, wallClock().wall).catch((error: unknown) =>
      log.error({ code: failureCode(error) }, 'the clocks of this machine and of the database were not found equal'),
    )
  }, HOUR)
  return async () => clearInterval(timer)
}

async function endsInTime(end: () => Promise<unknown>, wait: number): Promise<boolean> {
  const waiting = new AbortController()
  const ended = end().then(
    () => true,
    () => true,
  )
  const tooLong = setTimeout(wait, false, { signal: waiting.signal }).catch(() => false)
  return Promise.race([ended, tooLong]).finally(() => waiting.abort())
}
