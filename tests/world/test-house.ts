import { connect, disconnect } from '#db/connection.ts'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import type { HandClock } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { createLog } from '#workflows/log.ts'
import { readSettings } from '#workflows/settings.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type TestHouse = House & { clock: HandClock; database: TestDatabase; close(): Promise<void> }

/** A house of its own: an empty migrated database as the app sees it, fresh keys, a silent log, the clock in hand. */
export async function aHouse(clock: HandClock): Promise<TestHouse> {
  const database = await freshDatabase()
  const db = connect(database.appUrl, { max: 5 })
  const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: database.ownerUrl, HUMAN_CHECK: 'off' })
  const close = async () => {
    await disconnect(db)
    await database.drop()
  }
  return { db, keys: await freshKeys(), clock, settings, log: createLog('silent'), database, close }
}
