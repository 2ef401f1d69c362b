import { setTimeout } from 'node:timers/promises'
import type { Database } from '#db/transaction.ts'
import {
  enqueueHeartbeat,
  heartbeatTask,
  listSilentWorkers,
  removeHeartbeat,
  storeHeartbeat,
} from '#db/write/worker-heartbeat.ts'
import { HOUR, MINUTE, SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { failureCode } from './failure.ts'

/** Milliseconds: how often a worker asks for a heartbeat, and how long it may go without fetching a job. */
export type Pace = { every: number; patience: number }
export const PACE: Pace = { every: 15 * SECOND, patience: MINUTE }
/** Milliseconds without a fetched job after which a worker whose hands are all busy counts as stuck too. */
const LONGEST_JOB = HOUR
/** Milliseconds after which what a killed worker left behind is removed. */
const FORGOTTEN_AFTER = HOUR

export type Heartbeat = {
  /** the task that only this worker does, by its name */
  tasks: Record<string, () => Promise<void>>
  /** from now on the queue is running: resolves, never rejects, once it has stopped fetching jobs */
  watch(isBusy: () => boolean): Promise<void>
  end(): Promise<void>
}

/**
 * Watches that a worker really fetches jobs. After the database was read-only for a moment the queue can keep a rejected
 * promise: its loops then wait for ever, while its connection looks alive. So the worker queues a job for itself every
 * few seconds. Fetching it is stored in `worker_heartbeat`, which `/readyz` reads. Not fetching it means that it is lost.
 */
export function keepHeartbeat(house: House, owner: Database, worker: string, pace: Pace): Heartbeat {
  const stopping = new AbortController()
  let fetchedAt = performance.now()
  let queueing = false
  const queueOne = () => {
    // the last one may still wait for the database
    if (queueing) return
    queueing = true
    enqueueHeartbeat(owner, worker)
      .catch((error: unknown) => house.log.warn({ code: failureCode(error) }, 'no heartbeat could be queued'))
      .finally(() => {
        queueing = false
      })
  }
  return {
    tasks: {
      [heartbeatTask(worker)]: async () => {
        fetchedAt = performance.now()
        await storeHeartbeat(owner, worker, house.clock.wall())
      },
    },
    watch: async (isBusy) => {
      while (!stopping.signal.aborted) {
        queueOne()
        await setTimeout(pace.every, null, { signal: stopping.signal, ref: false }).catch(() => null)
        const silence = performance.now() - fetchedAt
        if (silence <= (isBusy() ? LONGEST_JOB : pace.patience)) continue
        house.log.error('the worker has stopped fetching jobs')
        return
      }
    },
    end: async () => {
      stopping.abort()
      await removeHeartbeat(owner, worker).catch(() => null)
    },
  }
}

/** Removes the rows and jobs of workers that were killed. */
export async function forgetDeadWorkers(house: House, owner: Database): Promise<void> {
  const before = new Date(house.clock.wall().getTime() - FORGOTTEN_AFTER)
  for (const worker of await listSilentWorkers(owner, before)) await removeHeartbeat(owner, worker)
}
