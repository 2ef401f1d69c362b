import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { House } from '#workflows/house.ts'
import { readSettings, SettingError } from '#workflows/settings.ts'
import { KeyFileError } from '#workflows/protection/keys.ts'
import { AlreadyRunningError } from '#db/embedded/claim.ts'
import { openHouse, type OpenHouse } from './open-house.ts'

/** Long enough for the answers under way; then what is still open is cut. */
const PATIENCE_MS = 10_000

/** Starts the house and its site, and stays until told to stop. What cannot start says why in one line and exits 1. */
export async function boot(createSite: (house: House) => RequestListener): Promise<void> {
  const stopping = new AbortController()
  try {
    const settings = readSettings()
    const opened = await openHouse(settings, { as: 'house', say: console.log })
    const server = createServer(createSite(opened.house))
    await listen(server, settings)
    console.log(`回音 Huiyin  ${settings.publicUrl}`)
    for (const line of opened.accounts) console.log(line)
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        // a second signal does not hurry: the first is being obeyed
        if (stopping.signal.aborted) return
        stopping.abort()
        void stop(server, opened)
      })
  } catch (error) {
    if (!isExplained(error)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

async function stop(server: Server, opened: OpenHouse): Promise<void> {
  server.close()
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await once(server, 'close')
  clearTimeout(cut)
  await opened.close()
}

/** Errors whose message is the one line to show. */
const isExplained = (error: unknown): error is Error =>
  error instanceof SettingError ||
  error instanceof KeyFileError ||
  error instanceof AlreadyRunningError ||
  isTaken(error)
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
