import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, OWNER } from './cluster.ts'
import { asArguments, PLAIN_ENVIRONMENT } from './configuration.ts'

export type Server = { pid: number; port: number }
export type Started = Server & { attached: boolean; recovered: boolean }

const PAUSE_MS = 30
/** How often to ask again before giving up: ten minutes, for a recovery may have much to replay. */
const PATIENCE = 20_000
const ATTEMPTS = 50

/**
 * A server that answers for this cluster: one still running (its house was killed), or a new one.
 * PostgreSQL's own lock on its data decides between two who start at once; the other attaches.
 */
export async function serve(cluster: Cluster, overrides: Record<string, string>): Promise<Started> {
  let reason = ''
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = await findRunning(cluster)
    if (running) return { ...running, attached: true, recovered: false }
    const launched = await launch(cluster, overrides)
    if (typeof launched !== 'string') return launched
    reason = launched.split('\n').slice(-4).join(' ')
    if (!isWorthAnotherTry(launched)) break
    clearForeignLock(cluster)
    await pause(PAUSE_MS * 4)
  }
  throw new Error(`The built-in database does not start: ${reason || 'no reason given'}`)
}

/**
 * Whether what a server said that ended at once is over in a moment: another starter was quicker, orphans of a killed
 * server still hold its memory, or the port was taken. The orphans write their last words after it, into the same file.
 */
export const isWorthAnotherTry = (log: string): boolean => /lock file|shared memory block|TCP\/IP sockets/.test(log)

/** Ends the server in order (open transactions roll back) and waits until it has gone. */
export async function halt(cluster: Cluster, { pid }: Server): Promise<void> {
  if (!isServerOf(cluster, pid)) return
  process.kill(pid, 'SIGINT')
  for (let asked = 0; asked < PATIENCE && isServerOf(cluster, pid); asked += 1) await pause(PAUSE_MS)
}

/** How to reach the server as its owner. The socket's folder is ours alone: nobody else can be listening there. */
export const ownerConnection = (cluster: Cluster, port: number, database: string): pg.ClientConfig => ({
  host: cluster.socket ?? '127.0.0.1',
  port,
  user: OWNER,
  password: cluster.password,
  database,
  connectionTimeoutMillis: 5000,
})

async function findRunning(cluster: Cluster): Promise<Server | null> {
  for (let asked = 0; asked < PATIENCE; asked += 1) {
    const named = readLock(cluster)
    if (!named) return null
    const answer = await knock(cluster, named.port)
    if (answer === 'open') return named
    if (answer === 'silent' && !isServerOf(cluster, named.pid)) return null
    await pause(PAUSE_MS)
  }
  throw new Error('The built-in database neither answers nor ends.')
}

/** The new server, or why it ended at once. It is a process of its own: it outlives a killed house, which then attaches. */
async function launch(cluster: Cluster, overrides: Record<string, string>): Promise<Started | string> {
  const port = await freePort()
  const log = openSync(cluster.log, 'w', 0o600)
  const words = ['-D', cluster.data, '-p', String(port), '-c', `unix_socket_directories=${cluster.socket ?? ''}`]
  const child = spawn(cluster.binaries.postgres, [...words, ...asArguments(overrides)], {
    ...(cluster.account && { uid: cluster.account.uid, gid: cluster.account.gid }),
    env: PLAIN_ENVIRONMENT,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  // its log is read only while it starts: a server that ends later may have lost its folder
  const ended: { why?: () => string } = {}
  child.once('error', (error) => (ended.why = () => error.message))
  child.once('exit', () => (ended.why ??= () => readFileSync(cluster.log, 'utf8').trim()))
  child.unref()
  for (let asked = 0; asked < PATIENCE; asked += 1) {
    if (ended.why) return ended.why()
    if (child.pid && (await knock(cluster, port)) === 'open') {
      const recovered = readFileSync(cluster.log, 'utf8').includes('not properly shut down')
      return { pid: child.pid, port, attached: false, recovered }
    }
    await pause(PAUSE_MS)
  }
  return 'it does not answer'
}

/** Decides by connecting: a process id alone proves nothing straight after a kill, or once reused. */
async function knock(cluster: Cluster, port: number): Promise<'open' | 'busy' | 'silent'> {
  const client = new pg.Client(ownerConnection(cluster, port, 'postgres'))
  client.on('error', () => {})
  try {
    await client.connect()
    return 'open'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET') return 'silent'
    if (code === '28P01') throw new Error('The built-in database does not take its own password.')
    return code === '53300' ? 'open' : 'busy'
  } finally {
    await client.end().catch(() => {})
  }
}

function readLock(cluster: Cluster): Server | null {
  try {
    const [pid, , , port] = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
    return pid && port ? { pid: Number(pid), port: Number(port) } : null
  } catch {
    return null
  }
}

/** PostgreSQL clears a dead server's lock itself; not one whose number now belongs to another process of the same user. */
function clearForeignLock(cluster: Cluster): void {
  const named = readLock(cluster)
  if (named && !isServerOf(cluster, named.pid)) rmSync(join(cluster.data, 'postmaster.pid'), { force: true })
}

function isServerOf(cluster: Cluster, pid: number): boolean {
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout
    return command.includes(`-D ${cluster.data} `)
  } catch {
    return false
  }
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))))
    })
  })
