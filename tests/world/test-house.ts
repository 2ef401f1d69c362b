import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, disconnect } from '#db/connection.ts'
import { freshKeys, freshPostboxKey } from '#tests/protection/fresh-keys.ts'
import type { HandClock } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { createLog } from '#workflows/log.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { PostboxKey } from '#workflows/protection/postbox.ts'
import { readSettings } from '#workflows/settings.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type TestHouse = House & {
  clock: HandClock
  postbox: PostboxKey
  database: TestDatabase
  close(): Promise<void>
}

/** A house of its own: an empty migrated database as the app sees it, a silent log, the clock in hand. `env`: settings. */
export async function aHouse(
  clock: HandClock,
  { keys, postbox, env = {} }: { keys?: Keys; postbox?: PostboxKey; env?: Record<string, string> } = {},
): Promise<TestHouse> {
  const database = await freshDatabase()
  const db = connect(database.appUrl, { max: 5 })
  const settings = readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: database.ownerUrl,
    HUMAN_CHECK: 'off',
    // each town has a record of its own
    CHECKPOINT_FILE: join(tmpdir(), `huiyin-${randomUUID()}`, 'checkpoints.jsonl'),
    ...env,
  })
  const close = async () => {
    await disconnect(db)
    await database.drop()
  }
  return {
    db,
    keys: keys ?? (await freshKeys()),
    postbox: postbox ?? (await freshPostboxKey()),
    clock,
    settings,
    log: createLog('silent'),
    database,
    close,
  }
}
