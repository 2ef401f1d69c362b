import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { findTownValue } from '#db/read/town.ts'
import { inTransaction } from '#db/transaction.ts'
import { putTownValue } from '#db/write/town.ts'
import { addDays, type Day, dayOf, HOUR, SECOND, startOf, wallClock } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'
import { createKeys, type Keys, loadKeys } from '#workflows/protection/keys.ts'
import { createPostboxKey } from '#workflows/protection/postbox.ts'
import type { Wait } from '#workflows/sample-town/turn.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { advanceTown } from '#workflows/worker/advance-town.ts'
import { freshFolder } from './folder.ts'
import { freePort, serve } from './serve.ts'
import { TEST_DATABASE_KEY } from './test-passwords.ts'
import { aTown, type Town } from './town.ts'

export type Site = {
  url: string
  /** the same town, from within: to bring cases somewhere, and to look what became of them */
  town: Town
  /** Lets working (or calendar) days go by, as `huiyin clock advance` does, until the site has seen it. */
  pass(wait: Wait): Promise<void>
  /** what the site wrote to its log so far */
  log(): string
  close(): Promise<void>
}

const calendar = calendarOfSeed()
const MORNING = 10 * HOUR

/**
 * The built site as a process of its own, on a database of its own: 云澜市 with its people and no case but those
 * that `before` brings, its clock at ten in the morning of `on`.
 */
export async function aSite({
  on = '2026-03-02',
  before,
  env = {},
}: {
  on?: Day
  before?: (town: Town) => Promise<void>
  env?: Record<string, string>
} = {}): Promise<Site> {
  const folder = freshFolder()
  const keysFile = `${folder.path}/keys.json`
  const postbox = await createPostboxKey(`${folder.path}/postbox.json`)
  const town = await aTown({ on, keys: await testKeys(keysFile), postbox })
  await before?.(town)
  await setOffset(town, town.clock.town().getTime() - wallClock().wall().getTime())
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { ownerUrl } = town.database
  const site = await serve(url, {
    PORT: String(port),
    DATABASE_URL: ownerUrl,
    DATA_DIR: folder.path,
    KEYS_FILE: keysFile,
    DEMO_CLOCK: 'on',
    WORKERS: '0',
    ...env,
  })
  return {
    url,
    town,
    pass: async (wait) => {
      const offset = await readOffset(town)
      const house = { ...town.house, clock: wallClock(() => offset) }
      const now = house.clock.town()
      const goal = startOf(dayAfter(dayOf(now), wait)).getTime() + MORNING
      const { town: reached } = await advanceTown(house, goal - now.getTime())
      town.clock.set(reached)
      await untilSeen(ownerUrl)
    },
    log: site.log,
    close: async () => {
      await site.stop()
      await town.close()
      folder.remove()
    },
  }
}

const dayAfter = (today: Day, wait: Wait): Day =>
  typeof wait === 'number' ? addWorkingDays(calendar, today, wait).due : addDays(today, wait.days)

/** Keys as a first start makes them, but for the passwords of the logins, which all databases of a test server share. */
export async function testKeys(file: string): Promise<Keys> {
  await createKeys(file, { custodians: [generatePassphrase(), generatePassphrase(), generatePassphrase()] })
  const made = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...made, database: TEST_DATABASE_KEY.toString('base64') }))
  return loadKeys(file)
}

const setOffset = ({ db }: Town, offset: number) => inTransaction(db, (tx) => putTownValue(tx, 'clockOffset', offset))
async function readOffset({ db }: Town): Promise<number> {
  return Number(await findTownValue(db, 'clockOffset'))
}

/** The site reads the town's clock once a second; the server says when it last did. */
async function untilSeen(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    const {
      rows: [written],
    } = await client.query('select clock_timestamp() as at')
    const asked = `select 1 from pg_stat_activity
      where datname = current_database() and query like '%from "town"%' and query_start > $1 and pid <> pg_backend_pid()`
    for (;;) {
      const { rowCount } = await client.query(asked, [written.at])
      if (rowCount) return
      await setTimeout(SECOND / 20)
    }
  } finally {
    await client.end()
  }
}
