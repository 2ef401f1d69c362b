import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no port to be had')
  return address.port
}

/** What `npm start` does once the site is built. */
const START = `const { main } = await import(${JSON.stringify(new URL('../../build/server/index.js', import.meta.url).href)}); await main()`

/** The built site, told by its environment where to stand; ready when this resolves. */
export async function serve(url: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', START], {
    env: { ...env, PATH: process.env.PATH, TZ: 'UTC', NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said += `${line}\n`
      if (line.includes(url)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the site ended with ${code} before it was ready:\n${said}`)))
  })
  await ready
  return { log: () => said, stop: () => stopped(child) }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
