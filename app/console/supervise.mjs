import { fork } from 'node:child_process'

/** Pauses before the next start, in milliseconds; the last of them from then on. */
const PAUSES = [500, 1000, 2000, 5000, 15_000, 30_000]
/** Whatever served for so long begins anew with the first pause. */
const LONG = 60_000

/**
 * Keeps the house running: started anew where its process dies, after a pause that grows, and with one line. What ends
 * before it served once is not started again: its reason stands above. Resolves with the code to leave with.
 */
export function supervise(program, { say = console.error, pauses = PAUSES } = {}) {
  return new Promise((done) => {
    let child = null
    let pause = null
    let told = null
    let deaths = 0
    const start = () => {
      pause = null
      let servedSince = null
      child = fork(program, ['serve'])
      child.on('message', (said) => {
        if (said === 'serving') servedSince = performance.now()
      })
      child.once('exit', (code, signal) => {
        child = null
        if (told || code === 0) return done(code ?? 0)
        if (servedSince === null && deaths === 0) return done(code ?? 1)
        if (servedSince !== null && performance.now() - servedSince > LONG) deaths = 0
        const wait = pauses[Math.min(deaths, pauses.length - 1)]
        deaths += 1
        say(`The house ended (${signal ?? code}) and is started anew in ${wait / 1000} s.`)
        pause = setTimeout(start, wait)
      })
    }
    for (const signal of ['SIGTERM', 'SIGINT'])
      process.on(signal, () => {
        told = signal
        if (pause) {
          clearTimeout(pause)
          done(0)
        } else child?.kill(signal)
      })
    start()
  })
}
