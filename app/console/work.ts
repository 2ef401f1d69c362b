import { once } from 'node:events'
import { readSettings } from '#workflows/settings.ts'
import { startWorker } from '#workflows/worker/main.ts'
import { explainOrThrow } from './explained.ts'
import { openHouse } from './open-house.ts'

/** A worker process: works until it is told to stop, or whoever started it is gone. */
export async function work(): Promise<void> {
  try {
    const opened = await openHouse(readSettings(), { as: 'visit', say: () => {}, postbox: true })
    const worker = await startWorker(opened.house, { ownerUrl: opened.ownerUrl })
    await Promise.race(['SIGTERM', 'SIGINT', 'disconnect'].map((signal) => once(process, signal)))
    await worker.stop()
    await opened.close()
    if (process.connected) process.disconnect()
  } catch (error) {
    explainOrThrow(error)
  }
}
