import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { answerClientErrors } from '#app/http/client-errors.ts'
import { patientServer } from '#app/http/patient-server.ts'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { makeSampleTown } from '#workflows/sample-town/make.ts'
import { wordIndex } from '#workflows/reading/word-index/held-index.ts'
import { readSettings } from '#workflows/settings.ts'
import { putFirstRules } from '#workflows/settings-desk/first-rules.ts'
import { startWorker } from '#workflows/worker/main.ts'
import { explainOrThrow } from './explained.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { tellAccounts } from './sample-accounts.ts'
import { keepWorkers } from './worker-processes.ts'

/** Long enough for the answers under way; then what is still open is cut. */
const PATIENCE = 10 * SECOND

/** Starts the house and its site, and stays until told to stop. What cannot start says why in one line and exits 1. */
export async function boot(createSite: (house: House) => RequestListener): Promise<void> {
  let opened: OpenHouse | null = null
  try {
    const settings = readSettings()
    opened = await openHouse(settings, { as: 'house', say: console.log, postbox: settings.workers === 0 })
    const { house, ownerUrl } = opened
    if (settings.sampleTown) {
      await makeSampleTown(house)
      await putFirstRules(house)
    }
    const server = patientServer(createSite(house))
    answerClientErrors(server, settings)
    await listen(server, settings)
    readIndexAhead(house)
    const workers =
      settings.workers === 0 ? await startWorker(house, { ownerUrl }) : keepWorkers(house, settings.workers)
    stopWhenTold(server, workers, opened)
    process.send?.('serving')
    console.log(`回音 Huiyin  ${settings.publicUrl}`)
    if (settings.sampleTown) for (const line of await tellAccounts(house)) console.log(line)
  } catch (error) {
    await opened?.close()
    explainOrThrow(error)
  }
}

async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

/** A large town's index takes seconds to read: the first who searches should not be the one who waits. */
function readIndexAhead(house: House): void {
  wordIndex(house).catch((error: unknown) => house.log.error({ err: error }, 'the search index could not be read yet'))
}

function stopWhenTold(server: Server, workers: { stop(): Promise<void> }, opened: OpenHouse): void {
  let told = false
  const stop = async () => {
    // a second signal does not hurry: the first is being obeyed
    if (told) return
    told = true
    await closed(server)
    await workers.stop()
    await opened.close()
    // the way to whoever started it would keep this process
    if (process.connected) process.disconnect()
  }
  // told, or left alone by whoever started this process
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        opened.house.log.error({ err: error }, 'the house did not close in order')
        process.exit(1)
      })
    })
}

async function closed(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE)
  server.close()
  server.closeIdleConnections()
  await once(server, 'close')
  clearTimeout(cut)
}
