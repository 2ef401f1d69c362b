import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstKeys } from '#app/console/first-keys.ts'
import { openHouse } from '#app/console/open-house.ts'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { storeHeartbeat } from '#db/write/worker-heartbeat.ts'
import { everyTable } from '#tests/at-rest/everywhere.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { testKeys } from '#tests/world/site.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { sealKeyChecks } from '#workflows/audit/key-checks.ts'
import { createKeys, type Keys } from '#workflows/protection/keys.ts'
import { createPostboxKey, type PostboxKey } from '#workflows/protection/postbox.ts'
import { isReady } from '#workflows/reading/readiness.ts'
import { arrive } from '#workflows/sample-town/play.ts'
import { readSettings } from '#workflows/settings.ts'
import { inPlaceOf } from './copied.ts'

const LINE = 'is not the one of this database, and nothing is taken in with it: put the right key file back.'

describe('keys', () => {
  const folder = freshFolder()
  const KEYS = `${folder.path}/keys.json`
  const OTHERS = `${folder.path}/others.json`
  const POSTBOX = `${folder.path}/postbox.json`
  let town: Town
  let others: Keys
  let postbox: PostboxKey
  let owner: Database
  beforeAll(async () => {
    const keys = await testKeys(KEYS)
    others = await createKeys(OTHERS, { custodians: ['one', 'two', 'three'] })
    postbox = await createPostboxKey(POSTBOX)
    town = await aTown({ keys, postbox })
    await town.report()
    owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
  })
  afterAll(async () => {
    await disconnect(owner)
    await town.close()
    folder.remove()
  })

  const envWith = (keysFile: string, more: Record<string, string> = {}) => ({
    NODE_ENV: 'test' as const,
    DATABASE_URL: town.database.ownerUrl,
    DATA_DIR: folder.path,
    KEYS_FILE: keysFile,
    POSTBOX_KEY_FILE: POSTBOX,
    LOG_LEVEL: 'silent',
    ...more,
  })
  const opened = (keysFile: string, postboxFile = POSTBOX) =>
    openHouse(readSettings(envWith(keysFile, { POSTBOX_KEY_FILE: postboxFile })), {
      as: 'visit',
      say: () => {},
      postbox: true,
    })
  /** Everything that is stored; and the login of the application still gets in, by the password it had. */
  const everything = async () => {
    const app = connect(town.database.appUrl, { max: 1 })
    await sql`select 1`.execute(app)
    await disconnect(app)
    return JSON.stringify((await everyTable(owner)).map(({ name, bytes }) => [name, bytes.toString('base64')]))
  }

  test('of another town start nothing and change nothing, in a database that has proved none yet', async () => {
    expect(await town.db.selectFrom('key_check').select('name').execute()).toEqual([])
    const before = await everything()
    await expect(opened(OTHERS)).rejects.toThrow(`The key "master" ${LINE}`)
    expect(await everything()).toBe(before)
  })

  test('that are right are sealed each under itself at the first start, and open the house from then on', async () => {
    for (let start = 0; start < 2; start++) await (await opened(KEYS)).close()
    const names = (await town.db.selectFrom('key_check').select('name').orderBy('name').execute()).map(
      ({ name }) => name,
    )
    expect(names.toSorted()).toEqual(
      [
        'checkpoint',
        'database',
        'form',
        'master:1',
        'postbox',
        'receipt',
        'search',
        'session',
        'staff',
        'vault',
      ].toSorted(),
    )
  })

  test.each(['master', 'receipt', 'search', 'form', 'session', 'staff', 'database', 'vault', 'checkpoint'] as const)(
    'are refused with one line when one alone is another: %s',
    async (name) => {
      const mixed = `${folder.path}/mixed-${name}.json`
      const [right, wrong] = [KEYS, OTHERS].map((file) => JSON.parse(readFileSync(file, 'utf8')))
      writeFileSync(mixed, JSON.stringify({ ...right, [name]: wrong[name] }), { mode: 0o600 })
      const before = await everything()
      await expect(opened(mixed)).rejects.toThrow(LINE)
      expect(await everything()).toBe(before)
    },
  )

  test('are refused where one is missing that was there', async () => {
    const without = `${folder.path}/without.json`
    const { checkpoint: _, ...right } = JSON.parse(readFileSync(KEYS, 'utf8'))
    writeFileSync(without, JSON.stringify(right), { mode: 0o600 })
    await expect(opened(without)).rejects.toThrow(`The key "checkpoint" ${LINE}`)
  })

  test('to postboxes are refused when they are others', async () => {
    const another = `${folder.path}/another-postbox.json`
    await createPostboxKey(another)
    await expect(opened(KEYS, another)).rejects.toThrow(`The key "postbox" ${LINE}`)
  })

  test('that are wrong leave the site not ready', async () => {
    await storeHeartbeat(owner, 'worker', town.house.clock.wall())
    expect(await isReady({ ...town.house, postbox })).toBe(true)
    expect(await isReady({ ...town.house, keys: others })).toBe(false)
  })

  test('are proved on every new connection: another database in the place of this one gets no report', async () => {
    const here = await aTown({ keys: town.keys, postbox })
    const there = await aTown({ keys: others })
    await sealKeyChecks(there.db, { keys: others })
    const settings = readSettings({ ...envWith(KEYS), DATABASE_URL: here.database.ownerUrl })
    const { house, close } = await openHouse(settings, { as: 'visit', say: () => {} })
    await arrive(house, { text: '每天三次拍照打卡。' })
    await inPlaceOf(here.database.ownerUrl, there.database.ownerUrl)
    await expect(arrive(house, { text: '每天五次拍照打卡。' })).rejects.toThrow(LINE)
    const look = connect(here.database.ownerUrl, { max: 1 })
    expect(await look.selectFrom('report').select('id').execute()).toEqual([])
    await disconnect(look)
    await close()
    await here.close()
    await there.close()
  })

  test('that are missing beside a sample town are not made anew, and its accounts stay as they are', async () => {
    const there = freshFolder()
    mkdirSync(`${there.path}/postgres`)
    writeFileSync(`${there.path}/accounts.txt`, 'the accounts of the town')
    const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: there.path })
    await expect(firstKeys(settings, () => {})).rejects.toThrow(
      `There is no key file ${there.path}/keys.json, but there is a town in ${there.path}: put its key file back.`,
    )
    expect(readdirSync(there.path)).toEqual(['accounts.txt', 'postgres'])
    expect(readFileSync(`${there.path}/accounts.txt`, 'utf8')).toBe('the accounts of the town')
    there.remove()
  })

  const huiyin = (keysFile: string, ...words: string[]) => {
    const program = fileURLToPath(new URL('../../app/console/huiyin.ts', import.meta.url))
    return spawnSync(process.execPath, ['--import', 'tsx', program, ...words], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', ...envWith(keysFile) },
    })
  }

  test.each(['doctor', 'migrate', 'journal verify'])(
    'that are wrong are told by %s, which changes nothing, not even the passwords of the logins',
    async (words) => {
      const before = await everything()
      const { status, stderr } = huiyin(OTHERS, ...words.split(' '))
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(LINE) })
      expect(await everything()).toBe(before)
    },
  )

  test('that are right let the doctor look at everything, and it changes nothing either', async () => {
    const before = await everything()
    const { stdout } = huiyin(KEYS, 'doctor')
    expect(stdout).toMatch(/ok\s+keys/)
    expect(stdout).toMatch(/ok\s+times/)
    expect(await everything()).toBe(before)
  })
})
