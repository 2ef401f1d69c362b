import { readFileSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isWorthAnotherTry } from '#db/embedded/server.ts'
import { canPass, chooseAccount, findAccount } from '#db/embedded/account.ts'
import { type Child, runChild } from '#tests/world/child.ts'
import { freshFolder } from '#tests/world/folder.ts'

const CHILD = join(process.cwd(), 'tests/store/house-child.ts')
const ACKNOWLEDGED = 200

const root = process.getuid?.() === 0
const ordinary = root ? findAccount('nobody') : null
/** As the user who runs the tests and, where that is root, as an ordinary user too (who must be able to read the checkout). */
const users = [
  { as: root ? 'started as root' : 'started as an ordinary user', user: null },
  ...(ordinary && canPass(ordinary, process.execPath) && canPass(ordinary, process.cwd())
    ? [{ as: 'started as an ordinary user', user: ordinary }]
    : []),
]

describe.each(users)('the built-in database, $as', ({ user }) => {
  let folder: ReturnType<typeof freshFolder>
  let houses: Child[] = []
  beforeAll(() => {
    folder = freshFolder(user)
  })
  afterEach(async () => {
    for (const house of houses) await house.kill()
    houses = []
    await takeStock()
  })
  afterAll(() => folder.remove())
  const begin = (task: 'write' | 'wait' | 'count') => {
    const house = runChild(CHILD, [folder.path, task], { user })
    houses.push(house)
    return house
  }
  /** Starts once more, tells what was found, and leaves in order. */
  async function takeStock() {
    const house = begin('count')
    const start = await house.next()
    const { numbers } = await house.next()
    await house.ended()
    return { ...start, numbers: numbers as number[] }
  }
  const lock = () => join(folder.path, 'postgres/data/postmaster.pid')
  const serverId = () => Number(readFileSync(lock(), 'utf8').split('\n')[0])

  test('is made once when two begin at the same moment for the first time', async () => {
    const starts = await Promise.allSettled([begin('wait'), begin('wait')].map((house) => house.next()))
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(starts.find((start) => start.status === 'rejected')?.reason.message).toContain('already running')
  })

  test('has every acknowledged row after house and server are killed in the middle of writing', async () => {
    const writer = begin('write')
    await writer.next()
    let last = 0
    while (last < ACKNOWLEDGED) last = Number((await writer.next()).number)
    process.kill(serverId(), 'SIGKILL')
    await writer.kill()
    const found = await takeStock()
    expect(found).toMatchObject({ attached: false, recovered: true })
    expect(found.numbers.slice(0, ACKNOWLEDGED)).toEqual(Array.from({ length: ACKNOWLEDGED }, (_, index) => index + 1))
  })

  test('goes on running when only its house is killed, and the next house finds it', async () => {
    const house = begin('wait')
    expect(await house.next()).toMatchObject({ attached: false })
    await house.kill()
    expect(await takeStock()).toMatchObject({ attached: true, recovered: false })
  })

  test('ends in order with its house: the next start has nothing to recover', async () => {
    await takeStock()
    expect(await takeStock()).toMatchObject({ attached: false, recovered: false })
  })

  test('starts although the number of the killed server now belongs to another process', async () => {
    const house = begin('wait')
    await house.next()
    const killed = readFileSync(lock(), 'utf8')
    process.kill(serverId(), 'SIGKILL')
    await house.kill()
    const stranger = spawn('sleep', ['60'], { ...(user ?? chooseAccount()), stdio: 'ignore', cwd: '/' })
    writeFileSync(lock(), killed.replace(/^\d+/, String(stranger.pid)))
    expect(await takeStock()).toMatchObject({ attached: false, recovered: true })
    stranger.kill()
  })

  test('takes one house: a second one on the same data says that it is already running', async () => {
    const first = begin('wait')
    await first.next()
    const second = begin('wait')
    await expect(second.next()).rejects.toThrow(`Huiyin is already running here (process ${first.process.pid})`)
    expect(await second.ended()).toBe(1)
  })
})

test('a server that found the place still taken is tried again, whatever the orphans of the killed one said after it', () => {
  const orphan = 'FATAL:  terminating connection due to unexpected postmaster exit'
  const log = ['FATAL:  lock file "postmaster.pid" already exists', ...Array(5).fill(orphan)].join('\n')
  expect(isWorthAnotherTry(log)).toBe(true)
  expect(isWorthAnotherTry(`FATAL:  data directory has invalid permissions\n${orphan}`)).toBe(false)
})
