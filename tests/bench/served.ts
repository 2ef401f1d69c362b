import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

export type Served = { port: number; pid: number; readyMs: number; stop(): Promise<void> }

/** The flags that `npm start` gives to node. */
const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const NODE_FLAGS = (/^node (.*)app\//.exec(scripts.start)?.[1] ?? '').split(' ').filter(Boolean)

/** What a setting of the asker's own shell may not change. */
const ENVIRONMENT = {
  NODE_ENV: 'production' as const,
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  HOME: process.env.HOME ?? '/',
}

/** Starts the real server, as `npm start` does, on `dataDir`; resolves once `/readyz` answers 200. `root`: the checkout. */
export async function serve(
  dataDir: string,
  { root = process.cwd(), env = {} }: { root?: string; env?: Record<string, string> } = {},
): Promise<Served> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [...NODE_FLAGS, 'app/console/start.mjs'], {
    cwd: root,
    env: { ...ENVIRONMENT, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said = `${said}${text}`.slice(-4000)))
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${said}`)
    await setTimeout(20)
  }
  return { port, pid: child.pid ?? 0, readyMs: performance.now() - begun, stop: () => stopped(child) }
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  )

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (!address || typeof address === 'string') throw new Error('no free port')
  return address.port
}
