import { connect, disconnect, roleUrl } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { APP_LOGIN } from '#db/logins.ts'
import { pendingMigrations } from '#db/migrate.ts'
import { wallClock } from '#workflows/clock.ts'
import { proveKeys } from '#workflows/audit/key-checks.ts'
import type { House } from '#workflows/house.ts'
import { createLog } from '#workflows/log.ts'
import { databasePassword, loadKeys } from '#workflows/protection/keys.ts'
import type { Settings } from '#workflows/settings.ts'
import { Refusal } from './command.ts'
import { holdsTown } from './first-keys.ts'
import { readTownClock } from './town-clock.ts'

/**
 * Runs `work` in the house of this machine as it stands: nothing is made, migrated, set or given a password. Refused
 * where the keys are not those of the database, or the database is not of this version.
 */
export async function lookIn<Result>(settings: Settings, work: (house: House) => Promise<Result>): Promise<Result> {
  if (settings.sampleTown && !holdsTown(settings))
    throw new Refusal(`There is no town in ${settings.dataDir} yet: npm start makes one.`)
  const keys = loadKeys(settings.keysFile)
  const embedded = settings.databaseUrl === null ? await startEmbedded(settings.dataDir, { as: 'visit' }) : null
  const ownerUrl = settings.databaseUrl ?? embedded?.url ?? ''
  const owner = connect(ownerUrl, { max: 1, name: 'huiyin doctor' })
  const db = connect(roleUrl(ownerUrl, APP_LOGIN, databasePassword(keys, 'app')), { max: 2, name: 'huiyin doctor' })
  try {
    await proveKeys(owner, { keys })
    const pending = await pendingMigrations(ownerUrl)
    if (pending.length > 0) throw new Refusal(`the database lacks ${pending.length} migrations: huiyin migrate`)
    const offset = settings.demoClock ? await readTownClock(db) : 0
    return await work({
      db,
      keys,
      clock: wallClock(() => offset),
      settings,
      log: createLog(settings.logLevel, 'stderr'),
    })
  } finally {
    await disconnect(db)
    await disconnect(owner)
    await embedded?.stop()
  }
}
