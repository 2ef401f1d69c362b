import { setTimeout } from 'node:timers/promises'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { failureCode } from './failure.ts'
import { PACE, type Pace } from './heartbeat.ts'
import { openMailDoors } from './mail-doors.ts'
import { beginShift, type Shift } from './shift.ts'

/** After the database went away: how long to wait before looking for it again. */
const PAUSE = SECOND

/**
 * Starts the worker inside this process: it does errands as they come, the clock's duties, and takes in mail. There may be many, in
 * many processes. `stop` lets what is under way finish; the database must still be there. `pace`: how it watches itself.
 */
export async function startWorker(
  house: House,
  { ownerUrl, pace = PACE }: { ownerUrl: string; pace?: Pace },
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let shift: Shift | null = await beginShift(house, ownerUrl, pace)
  const watching = watch()
  const doors = openMailDoors(house, { ownerUrl })

  /** A queue that lost its database ends by itself, one that is stuck is ended; a new one takes over. */
  async function watch() {
    for (;;) {
      await shift?.ended
      if (stopping.signal.aborted) return
      house.log.error('the worker lost the job queue and begins anew')
      await shift?.end('lost')
      await setTimeout(PAUSE, null, { signal: stopping.signal }).catch(() => null)
      if (stopping.signal.aborted) return
      shift = await beginShift(house, ownerUrl, pace).catch((error: unknown) => {
        house.log.error({ code: failureCode(error) }, 'the worker could not begin')
        return null
      })
    }
  }

  return {
    stop: async () => {
      stopping.abort()
      await doors.stop()
      await shift?.end('stopped')
      await watching
      // a shift that began in the very moment of stopping
      await shift?.end('stopped')
    },
  }
}
