import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, disconnect, roleUrl } from '#db/connection.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { APP_LOGIN } from '#db/logins.ts'
import { migrate } from '#db/migrate.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertKinds, insertUnits } from '#db/write/town.ts'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { TEST_PASSWORDS } from '#tests/world/test-passwords.ts'
import { accept } from '#workflows/channels/accept.ts'
import { handClock, HOUR } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { createLog } from '#workflows/log.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import { examineServerLog } from '#workflows/settings-desk/examine-server-log.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { readSettings } from '#workflows/settings.ts'

/** What PostgreSQL logs where nobody set anything. */
const STOCK = {
  fsync: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'error',
  log_error_verbosity: 'default',
  log_parameter_max_length: '-1',
}

let folder: ReturnType<typeof freshFolder>
let server: Embedded
let house: House
beforeAll(async () => {
  folder = freshFolder()
  server = await startEmbedded(folder.path, { overrides: STOCK })
  await migrate(server.url, TEST_PASSWORDS)
  house = {
    db: connect(roleUrl(server.url, APP_LOGIN, TEST_PASSWORDS.app), { max: 4 }),
    keys: await freshKeys(),
    clock: handClock('2026-10-12'),
    settings: readSettings({ NODE_ENV: 'test', DATABASE_URL: server.url, HUMAN_CHECK: 'off' }),
    log: createLog('silent'),
  }
  await inTransaction(house.db, async (tx) => {
    await insertUnits(
      tx,
      UNITS.map((unit) => ({ ...unit, aliases: [...unit.aliases] })),
    )
    await insertKinds(
      tx,
      KINDS.map((kind, position) => ({ ...kind, lines: [...kind.lines], position })),
    )
  })
}, 120_000)
afterAll(async () => {
  await disconnect(house.db)
  await server.stop()
  folder.remove()
})

const logOfServer = () => readFileSync(`${folder.path}/postgres/postgres.log`, 'utf8')
const report = (more: object = {}) => ({
  channel: 'web' as const,
  submission: randomBytes(16),
  text: '每天三次拍照打卡。',
  noDispatch: false,
  files: [],
  lane: 'normal' as const,
  ...more,
})

test('a form that is posted twice, or with a proof used before, leaves no line in the log of a stock server', async () => {
  const before = logOfServer()
  const challenge = { digest: randomBytes(32), expires: new Date(house.clock.wall().getTime() + HOUR) }
  const twice = report({ challenge })
  const files = [{ name: '表.txt', type: 'text/plain', bytes: Buffer.from('一张表') }]
  expect((await accept(house, twice)).again).toBe(false)
  expect((await accept(house, twice)).again).toBe(true)
  expect((await accept(house, report({ challenge }))).again).toBe(false)
  const withFile = report({ files })
  expect((await accept(house, withFile)).again).toBe(false)
  const atOnce = report()
  const answers = await Promise.all(Array.from({ length: 8 }, () => accept(house, atOnce)))
  expect(answers.filter(({ again }) => !again)).toHaveLength(1)
  expect(logOfServer()).toBe(before)
})

test('the doctor names each setting of a stock server that would write parts of reports into its log', async () => {
  const finding = await examineServerLog(house)
  expect(finding).toMatchObject({ check: 'log', ok: false })
  for (const advice of [
    "log_error_verbosity = 'terse' (is 'default')",
    "log_min_error_statement = 'panic' (is 'error')",
    "log_parameter_max_length = '0' (is '-1')",
  ])
    expect(finding.says).toContain(advice)
})

test('the log of the built-in server keeps quiet', async () => {
  const quiet = freshFolder()
  const builtIn = await startEmbedded(quiet.path)
  const db = connect(builtIn.url, { max: 1 })
  expect(await examineServerLog({ ...house, db })).toMatchObject({ ok: true })
  await disconnect(db)
  await builtIn.stop()
  quiet.remove()
}, 60_000)
