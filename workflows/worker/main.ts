import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { run, type WorkerEvents } from 'graphile-worker'
import { connect, disconnect } from '#db/connection.ts'
import { openJobPool } from '#db/job-pool.ts'
import { sayAlive } from '#db/living-workers.ts'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { failureCode } from './failure.ts'
import { openMailDoors } from './mail-doors.ts'
import { quietLog } from './quiet-log.ts'
import { taskList, TIMETABLE } from './task-list.ts'

/** Errands done at once by one process. */
const HANDS = 2
/**
 * What the queue is told of a job's end in a batch, though of one, ends this queue where the database is away, and a new one
 * takes over. Told at once it would be a promise that nobody hears of, and end the process.
 */
const OUTLASTING = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }
/** After the database went away: how long to wait before looking for it again. */
const PAUSE = SECOND

/**
 * Starts the worker inside this process: it does errands as they come, the clock's duties, and takes in mail. There may be many, in
 * many processes. `stop` lets what is under way finish; the database must still be there.
 */
export async function startWorker(
  house: House,
  { ownerUrl }: { ownerUrl: string },
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let shift: Shift | null = await beginShift(house, ownerUrl)
  const watching = watch()
  const doors = openMailDoors(house, { ownerUrl })

  /** A queue that lost its database ends by itself; a new one takes over. */
  async function watch() {
    for (;;) {
      await shift?.ended
      if (stopping.signal.aborted) return
      house.log.error('the worker lost the job queue and begins anew')
      await shift?.end()
      await setTimeout(PAUSE, null, { signal: stopping.signal }).catch(() => null)
      if (stopping.signal.aborted) return
      shift = await beginShift(house, ownerUrl).catch((error: unknown) => {
        house.log.error({ code: failureCode(error) }, 'the worker could not begin')
        return null
      })
    }
  }

  return {
    stop: async () => {
      stopping.abort()
      await doors.stop()
      await shift?.end()
      await watching
      // a shift that began in the very moment of stopping
      await shift?.end()
    },
  }
}

/** `ended` resolves, never rejects, when the queue or the connection that says it lives is gone. */
type Shift = { ended: Promise<unknown>; end(): Promise<void> }

async function beginShift(house: House, ownerUrl: string): Promise<Shift> {
  const owner = connect(ownerUrl, { max: 1, name: 'huiyin worker' })
  const pool = openJobPool(ownerUrl, HANDS + 2)
  const opened: (() => Promise<unknown>)[] = [() => disconnect(owner), () => pool.end()]
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end()
  }
  try {
    const hands: string[] = []
    const events: WorkerEvents = new EventEmitter()
    events.on('worker:create', ({ worker }) => hands.push(worker.workerId))
    const runner = await run({
      pgPool: pool,
      concurrency: HANDS,
      noHandleSignals: true,
      logger: quietLog(house.log),
      events,
      preset: OUTLASTING,
      taskList: taskList(house, owner),
      parsedCronItems: TIMETABLE,
    })
    const finished = runner.promise.catch(() => null)
    opened.push(() =>
      runner
        .stop()
        .catch(() => null)
        .then(() => finished),
    )
    const alive = await sayAlive(ownerUrl, hands)
    opened.push(() => alive.end())
    return { ended: Promise.race([finished, alive.lost]), end: close }
  } catch (error) {
    await close()
    throw error
  }
}
