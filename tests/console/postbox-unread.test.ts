import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '#app/console/open-house.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { freePort } from '#tests/world/serve.ts'
import { testKeys } from '#tests/world/site.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { createPostboxKey } from '#workflows/protection/postbox.ts'
import { readSettings } from '#workflows/settings.ts'

const folder = freshFolder()
const KEYS = `${folder.path}/keys.json`
const POSTBOX = `${folder.path}/postbox.json`
/** Whoever reads this cannot go on: it is no key, and open to all. */
const TRAP = `${folder.path}/trap.json`
let town: Town
beforeAll(async () => {
  town = await aTown({ keys: await testKeys(KEYS) })
  await createPostboxKey(POSTBOX)
  writeFileSync(TRAP, 'no key')
  chmodSync(TRAP, 0o644)
})
afterAll(async () => {
  await town.close()
  folder.remove()
})

const envWith = (postbox: string, more: Record<string, string> = {}) => ({
  NODE_ENV: 'test' as const,
  DATABASE_URL: town.database.ownerUrl,
  DATA_DIR: folder.path,
  KEYS_FILE: KEYS,
  POSTBOX_KEY_FILE: postbox,
  LOG_LEVEL: 'silent',
  ...more,
})
const opened = (file: string, postbox: boolean) =>
  openHouse(readSettings(envWith(file)), { as: 'visit', say: () => {}, postbox })

test('a house that neither reads mail nor sends it never opens the file of the postbox key', async () => {
  await expect(opened(TRAP, true)).rejects.toThrow(/trap\.json/)
  for (const file of [TRAP, POSTBOX]) {
    const { house, close } = await opened(file, false)
    expect(house.postbox).toBeNull()
    await close()
  }
})

/** The process that serves, with so many worker processes beside it: the first it says, and what it ended with. */
async function serving(workers: string): Promise<{ said: string; code: number | null }> {
  const port = String(await freePort())
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/console/boot-child.ts'], {
    env: { PATH: process.env.PATH, TZ: 'UTC', ...envWith(TRAP, { WORKERS: workers, PORT: port, HUMAN_CHECK: 'pow' }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit')
  let said = ''
  const heard = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text
        if (said.includes('\n')) resolve()
      })
  })
  await Promise.race([heard, gone])
  const answers = await fetch(`http://127.0.0.1:${port}/`).then(
    (answer) => answer.text(),
    () => 'nobody',
  )
  // one that cannot begin ends by itself
  if (answers === 'here') child.kill('SIGTERM')
  await gone
  return { said: `${said}${answers}`, code: child.exitCode }
}

test('the process that serves pages begins and answers beside its workers although the postbox key is not for it to read', async () => {
  const { said, code } = await serving('1')
  expect(said).toMatch(/回音 Huiyin[^]*here$/)
  expect(code).toBe(0)
})

test('where the worker lives in it, it does read the key, and says in a line what is wrong with it', async () => {
  const { said, code } = await serving('0')
  expect(said).toMatch(/trap\.json[^]*nobody$/)
  expect(said).not.toContain('回音 Huiyin')
  expect(code).toBe(1)
})
