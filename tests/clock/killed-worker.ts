import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { bundled } from '#tests/endure/bundled.ts'

/**
 * A worker in a process of its own, and the next one ready beside it. `turn` does what is due at that instant; when
 * `moment` comes it is killed with SIGKILL wherever it is, and the next one does that instant again. Answers whether it
 * was killed in the middle.
 */
export async function killedWorker(told: object) {
  const program = await bundled('tests/clock/worker-child.ts')
  const born = () => {
    const child = fork(program.file, [JSON.stringify(told)], { env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin' } })
    return { child, ready: heard(child) }
  }
  let [now, next] = [born(), born()]
  const finish = async (instant: Date) => {
    await now.ready
    now.child.send(instant.toISOString())
    await heard(now.child)
  }
  return {
    turn: async (instant: Date, moment?: () => Promise<unknown>): Promise<boolean> => {
      if (!moment) {
        await finish(instant)
        return false
      }
      await now.ready
      let ended = false
      now.child.send(instant.toISOString())
      const answered = heard(now.child).then(
        () => (ended = true),
        () => null,
      )
      await Promise.race([answered, moment()])
      const inTheMiddle = !ended
      now.child.kill('SIGKILL')
      await once(now.child, 'exit').catch(() => null)
      ;[now, next] = [next, born()]
      if (inTheMiddle) await finish(instant)
      return inTheMiddle
    },
    close: () => {
      for (const { child } of [now, next]) child.kill('SIGKILL')
      program.remove()
    },
  }
}

/** The next thing a child says; fails when it ends without a word. */
async function heard(child: ChildProcess): Promise<void> {
  const gone = new AbortController()
  await Promise.race([
    once(child, 'message', { signal: gone.signal }),
    once(child, 'exit', { signal: gone.signal }).then(() => Promise.reject(new Error('the worker ended'))),
  ]).finally(() => gone.abort())
}
