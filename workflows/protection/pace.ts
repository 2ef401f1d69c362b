import { SECOND } from '#workflows/clock.ts'

/** Over so long a time it is judged how fast somebody's bytes come. */
const WINDOW = 2 * SECOND

/** How fast bytes come: in a second, over the last whole window or since. At first nobody is slow. */
export function paceFrom(now: () => number) {
  let begun = now()
  let bytes = 0
  let last = Number.POSITIVE_INFINITY
  let before = 0
  const turn = () => {
    const passed = now() - begun
    if (passed < WINDOW) return
    last = (bytes * SECOND) / passed
    before += passed
    begun = now()
    bytes = 0
  }
  return {
    moved: (count: number) => {
      turn()
      bytes += count
    },
    rate: () => {
      turn()
      return last
    },
    /** For how long it has been sending, without the time in which it had to wait. */
    sendingFor: () => before + now() - begun,
    /** From now on it waits: what came until now still counts. */
    stop: () => {
      turn()
      before += now() - begun
      begun = now()
    },
    goOn: () => {
      begun = now()
      bytes = 0
    },
  }
}
