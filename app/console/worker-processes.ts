import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'

/** After a worker process ended by itself: how long to wait before starting another. */
const PAUSE = 2 * SECOND

/** Keeps so many worker processes running, each this same program told to work; `stop` lets them finish. */
export function keepWorkers({ log }: House, count: number): { stop(): Promise<void> } {
  const running = new Set<ChildProcess>()
  let stopping = false
  const start = () => {
    if (stopping) return
    const child = fork(String(process.argv[1]), ['worker'])
    running.add(child)
    child.once('exit', (code) => {
      running.delete(child)
      if (stopping) return
      log.error({ code }, 'a worker process ended and is started anew')
      setTimeout(start, PAUSE).unref()
    })
  }
  for (let started = 0; started < count; started += 1) start()
  return {
    stop: async () => {
      stopping = true
      const ends = [...running].map((child) => once(child, 'exit'))
      for (const child of running) child.kill('SIGTERM')
      await Promise.all(ends)
    },
  }
}
