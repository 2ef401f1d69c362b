import { EventEmitter, once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { type Runner, run, type WorkerEvents } from 'graphile-worker'
import { connect, disconnect } from '#db/connection.ts'
import { sayAlive } from '#db/living-workers.ts'
import type { Database } from '#db/transaction.ts'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { failureCode } from './failure.ts'
import { quietLog } from './quiet-log.ts'
import { taskList, TIMETABLE } from './task-list.ts'

/** Errands done at once by one process. */
const HANDS = 2
/** After the database went away: how long to wait before looking for it again. */
const PAUSE = 5 * SECOND

/**
 * Starts the worker inside this process: it does errands as they come, and the clock's duties. There may be many, in
 * many processes. `stop` lets what is under way finish; the database must still be there.
 */
export async function startWorker(
  house: House,
  { ownerUrl }: { ownerUrl: string },
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let shift: Shift | null = await beginShift(house, ownerUrl)
  const watching = watch()

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
      await shift?.end()
      await watching
      // a shift that began in the very moment of stopping
      await shift?.end()
    },
  }
}

/** Works until `until` is aborted: for a process that does nothing else. */
export async function work(house: House, ownerUrl: string, until: AbortSignal): Promise<void> {
  const worker = await startWorker(house, { ownerUrl })
  if (!until.aborted) await once(until, 'abort')
  await worker.stop()
}

/** `ended` resolves, never rejects, when the queue or the connection that says it lives is gone. */
type Shift = { ended: Promise<unknown>; end(): Promise<void> }

async function beginShift(house: House, ownerUrl: string): Promise<Shift> {
  const owner = connect(ownerUrl, { max: 1, name: 'huiyin worker' })
  const hands: string[] = []
  const runner = await beginRunner(house, ownerUrl, owner, hands).catch((error: unknown) => endWith(error, owner))
  const finished = runner.promise.catch(() => null)
  const stop = () => runner.stop().catch(() => null)
  const alive = await sayAlive(ownerUrl, hands).catch(async (error: unknown) => {
    await stop()
    return endWith(error, owner)
  })
  const end = async () => {
    await stop()
    await finished
    await alive.end()
    await disconnect(owner)
  }
  let ending: Promise<void> | undefined
  return {
    ended: Promise.race([finished, alive.lost]),
    end: () => {
      ending ??= end()
      return ending
    },
  }
}

/** Starts the queue's runner; `hands` is filled with the names under which it takes jobs. */
function beginRunner(house: House, ownerUrl: string, owner: Database, hands: string[]): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => hands.push(worker.workerId))
  return run({
    connectionString: ownerUrl,
    maxPoolSize: HANDS + 2,
    concurrency: HANDS,
    noHandleSignals: true,
    logger: quietLog(house.log),
    events,
    taskList: taskList(house, owner),
    parsedCronItems: TIMETABLE,
  })
}

async function endWith(error: unknown, owner: Database): Promise<never> {
  await disconnect(owner)
  throw error
}
