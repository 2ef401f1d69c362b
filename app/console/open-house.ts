import { connect, disconnect, roleUrl } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { APP_LOGIN } from '#db/logins.ts'
import { migrate } from '#db/migrate.ts'
import { wallClock } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { createLog } from '#workflows/log.ts'
import { proveBy, proveKeys, sealKeyChecks } from '#workflows/audit/key-checks.ts'
import type { KeyCheck } from '#workflows/protection/key-check.ts'
import { addCheckpointKey, databasePassword, loadKeys } from '#workflows/protection/keys.ts'
import type { PostboxKey } from '#workflows/protection/postbox.ts'
import type { Settings } from '#workflows/settings.ts'
import { putFirstRules } from '#workflows/settings-desk/first-rules.ts'
import { compareClocks } from '#workflows/worker/compare-clocks.ts'
import { firstKeys } from './first-keys.ts'
import { postboxKeyOf } from './postbox-key.ts'
import { firstPostboxKey } from './sample-postbox.ts'
import { followTownClock } from './town-clock.ts'

/** Enough for what two cores can ask of it at once. */
const CONNECTIONS = 10

export type OpenHouse = {
  house: House
  /** the database as its owner: for the worker's queue */
  ownerUrl: string
  close(): Promise<void>
}

/**
 * Opens the house: keys, proved with the database, migrations, the town's clock. `as: 'house'` for the process that serves, `visit`
 * for a command beside it. `say` gets a line for what takes long or had to go elsewhere. `postbox`: whether this process
 * takes mail in or sends it to reporters; any other never reads the key for that.
 */
export async function openHouse(
  settings: Settings,
  { as, say, postbox = false }: { as: 'house' | 'visit'; say: (line: string) => void; postbox?: boolean },
): Promise<OpenHouse> {
  let keys = settings.sampleTown ? await firstKeys(settings, say) : loadKeys(settings.keysFile)
  const embedded = settings.databaseUrl === null ? await startEmbedded(settings.dataDir, { as, say }) : null
  const ownerUrl = settings.databaseUrl ?? embedded?.url ?? ''
  const passwords = { app: databasePassword(keys, 'app'), vault: databasePassword(keys, 'vault') }
  let postboxKey: PostboxKey | null = null
  const owner = connect(ownerUrl, { max: 1 })
  try {
    // before the first thing is written: a database of other keys is left as it is
    await proveKeys(owner, { keys })
    if (settings.sampleTown) {
      await firstPostboxKey(settings, owner)
      if (await addCheckpointKey(settings.keysFile)) keys = loadKeys(settings.keysFile)
    }
    postboxKey = postbox ? postboxKeyOf(settings) : null
    await proveKeys(owner, { keys, postbox: postboxKey })
    await migrate(ownerUrl, passwords)
    if (as === 'house') await compareClocks(owner, wallClock().wall)
  } catch (error) {
    await embedded?.stop()
    throw error
  } finally {
    await disconnect(owner)
  }
  const holding = { keys, postbox: postboxKey }
  // a database that comes back after it was away may be another
  const admit = (checks: KeyCheck[]) => proveBy(checks, holding)
  const db = connect(roleUrl(ownerUrl, APP_LOGIN, passwords.app), { max: CONNECTIONS, admit })
  await sealKeyChecks(db, holding)
  const log = createLog(settings.logLevel)
  const townClock = settings.demoClock ? await followTownClock(db, log) : null
  const clock = wallClock(townClock?.offset)
  if (!settings.sampleTown) await putFirstRules({ db, clock })
  return {
    house: { db, keys, clock, settings, log, postbox: postboxKey },
    ownerUrl,
    close: async () => {
      townClock?.stop()
      await disconnect(db)
      await embedded?.stop()
    },
  }
}
