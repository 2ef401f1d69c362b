import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { inTransaction, type Database } from '#db/transaction.ts'
import { insertDataKey } from '#db/write/cases.ts'
import { everyTable } from '#tests/at-rest/everywhere.ts'
import { aBrowser } from '#tests/channels/web-form.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { testKeys } from '#tests/world/site.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'
import type { Report } from '#workflows/channels/report.ts'
import type { House } from '#workflows/house.ts'
import { newDataKey } from '#workflows/protection/cipher.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'

/** How many draws of chance still succeed; then there is none left. */
const entropy = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }))
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  const randomBytes = (size: number) => {
    entropy.left -= 1
    if (entropy.left < 0) throw new Error('no entropy')
    return crypto.randomBytes(size)
  }
  return { ...crypto, randomBytes, default: { ...crypto, randomBytes } }
})

describe('an encryption that fails', () => {
  const folder = freshFolder()
  let town: Town
  let owner: Database
  let before: string
  beforeAll(async () => {
    town = await aTown({ keys: await testKeys(`${folder.path}/keys.json`) })
    owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
  })
  beforeEach(async () => {
    entropy.left = Number.POSITIVE_INFINITY
    before = await everything()
  })
  afterAll(async () => {
    await disconnect(owner)
    await town.close()
    folder.remove()
  })

  const everything = async () =>
    JSON.stringify((await everyTable(owner)).map(({ name, bytes }) => [name, bytes.toString('base64')]))
  const report = (): Report => ({
    channel: 'web',
    submission: Buffer.from(randomUUID().replaceAll('-', ''), 'hex'),
    text: '每天三次拍照打卡。',
    place: '青石镇',
    contact: '13800000000',
    noDispatch: false,
    files: [{ name: '通知.txt', type: 'text/plain', bytes: Buffer.alloc(600_000, '通知') }],
    lane: 'normal',
  })
  /** How often `work` failed for want of chance, one draw later each time, until it had enough; nothing may stay of a failure. */
  async function failures(work: () => Promise<unknown>): Promise<number> {
    for (let draws = 0; ; draws++) {
      entropy.left = draws
      const failed = await work().then(
        () => false,
        (error: unknown) => String(error).includes('no entropy'),
      )
      entropy.left = Number.POSITIVE_INFINITY
      if (!failed) return draws
      expect(await everything()).toBe(before)
    }
  }

  test('stores nothing of a report, wherever chance runs out', async () => {
    expect(await failures(() => accept(town.house, report()))).toBeGreaterThan(5)
  })

  test('stores nothing of an act, wherever chance runs out', async () => {
    const { caseId } = await town.report()
    before = await everything()
    expect(await failures(() => town.as('clerk').step(caseId, { type: 'note', text: '已读' }))).toBeGreaterThan(0)
  })

  test.each<[string, (keys: House['keys']) => House['keys']]>([
    [
      'a master key that went away while it was rotated',
      (keys) => ({ ...keys, master: { ...keys.master, current: 2 } }),
    ],
    ['a master key cut short', (keys) => ({ ...keys, master: { current: 1, versions: { '1': Buffer.alloc(7) } } })],
    [
      'a vault whose key cannot be read',
      (keys) => ({ ...keys, vault: keys.vault && { ...keys.vault, publicKey: Buffer.alloc(3) } }),
    ],
    [
      'a receipt key that cannot be read',
      (keys) =>
        Object.defineProperty({ ...keys }, 'receipt', {
          get: () => {
            throw new Error('unreadable')
          },
        }),
    ],
  ])('stores nothing with %s', async (_, spoil) => {
    await expect(accept({ ...town.house, keys: spoil(town.keys) }, report())).rejects.toThrow()
    expect(await everything()).toBe(before)
  })

  test('shows whoever reports that nothing was received, and no code', async () => {
    const submission = issueSubmission(town.keys, town.clock.wall())
    entropy.left = 0
    await expect(aBrowser(town.house).report({ submission, text: '每天三次拍照打卡。' })).rejects.toMatchObject({
      init: { status: 503 },
    })
    entropy.left = Number.POSITIVE_INFINITY
    expect(await everything()).toBe(before)
    const again = await aBrowser(town.house).report({ submission, text: '每天三次拍照打卡。' })
    expect(again.body).toMatchObject({ received: true, code: expect.any(String) })
  })

  test('leaves no file behind in the folder for temporary files', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'huiyin-'))
    vi.stubEnv('TMPDIR', temporary)
    await failures(() => accept(town.house, report()))
    expect(readdirSync(temporary)).toEqual([])
    vi.unstubAllEnvs()
    rmSync(temporary, { recursive: true })
  })

  test('is noticed where something stores before everything is sealed', async () => {
    const early = async () => {
      const { id, wrapped } = newDataKey(town.keys)
      await inTransaction(town.db, (tx) => insertDataKey(tx, { id, purpose: 'case', wrapped }))
      entropy.left = 0
      await accept(town.house, report())
    }
    await expect(early()).rejects.toThrow('no entropy')
    expect(await everything()).not.toBe(before)
  })
})
