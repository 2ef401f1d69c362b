import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type Child = {
  process: ChildProcess
  /** the next line the child printed, as JSON; throws with what it complained of when it ends before */
  next(): Promise<Record<string, unknown>>
  /** kills it without a word and waits until it is gone */
  kill(): Promise<void>
  ended(): Promise<number | null>
}

/** Runs a TypeScript file of the tests as a process of its own. */
export function runChild(
  file: string,
  words: string[],
  { user, zone = 'UTC' }: { user?: { uid: number; gid: number } | null; zone?: string } = {},
): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], {
    env: { NODE_ENV: 'test', TZ: zone, PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  })
  const gone = once(child, 'exit')
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = async () => {
    await gone
    return child.exitCode
  }
  return {
    process: child,
    ended,
    next: async () => {
      const { done, value } = await lines.next()
      if (done) throw new Error(complaint || 'the process ended without a word')
      return JSON.parse(value)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
