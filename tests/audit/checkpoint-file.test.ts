import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { HOUR } from '#workflows/clock.ts'
import { makeCheckpoint } from '#workflows/audit/make-checkpoint.ts'
import { verifyRecord } from '#workflows/audit/verify-record.ts'
import type { House } from '#workflows/house.ts'
import { publicCheckpoints } from '#workflows/reading/public-checkpoints.ts'
import * as hourly from '#workflows/worker/checkpoint.ts'
import { copyOf } from './copied.ts'

describe('the checkpoint file', () => {
  let town: Town
  let folder: ReturnType<typeof freshFolder>
  let file: string
  beforeEach(async () => {
    folder = freshFolder()
    file = `${folder.path}/outside/checkpoints.jsonl`
    town = await aTown({ env: { CHECKPOINT_FILE: file } })
    await town.report()
    await makeCheckpoint(town.house)
    await town.report()
    await makeCheckpoint(town.house)
  })
  afterEach(async () => {
    await town.close()
    folder.remove()
  })
  const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n')
  const keepLines = (kept: readonly string[]) => writeFileSync(file, kept.map((line) => `${line}\n`).join(''))
  const faults = async (house: House = town.house) => (await verifyRecord(house)).faults.map(({ fault }) => fault)

  test('has a line for each checkpoint, and the record agrees with them', async () => {
    expect(lines()).toHaveLength(2)
    expect(await verifyRecord(town.house)).toMatchObject({ checkpoints: 2, restored: [], faults: [] })
  })

  test('tells that an older copy of the whole database was put back, and checkpoints stop until somebody says so', async () => {
    const { putBack } = await copyOf(town.database.ownerUrl)
    const { caseId } = await town.report()
    await makeCheckpoint(town.house)
    await putBack()
    expect(await faults()).toEqual(['older database'])
    await town.report()
    await expect(makeCheckpoint(town.house)).rejects.toThrow('an older copy of the database was put back')
    expect(lines()).toHaveLength(3)
    await makeCheckpoint(town.house, { restored: true })
    expect(lines()).toHaveLength(4)
    const verdict = await verifyRecord(town.house)
    expect(verdict).toMatchObject({ faults: [], restored: [expect.any(String)] })
    expect(await town.db.selectFrom('case_file').select('id').where('id', '=', caseId).execute()).toEqual([])
    await makeCheckpoint(town.house)
    expect(await faults()).toEqual([])
    // that somebody said so cannot be taken out, nor said by another
    const [first = '', second = '', , fourth = '', fifth = ''] = lines()
    keepLines([first, second, fourth.replace('"restored":true', '"restored":false'), fifth])
    expect(await faults()).toContain('not signed')
  })

  test('gets what a crash kept from it, and loses the half of a line that it left', async () => {
    keepLines(lines().slice(0, 1))
    appendFileSync(file, '{"size":12,"ho')
    await makeCheckpoint(town.house)
    expect(lines()).toHaveLength(3)
    expect(await faults()).toEqual([])
  })

  test('is missed where it is gone, and is not begun anew over a record that had one', async () => {
    rmSync(file)
    expect(await faults()).toEqual(['no checkpoint file'])
    await expect(makeCheckpoint(town.house)).rejects.toThrow(`There is no checkpoint file ${file}`)
    expect(existsSync(file)).toBe(false)
  })

  test('is not believed where a line is damaged, rewritten, or signed by another key', async () => {
    const [first = '', second = ''] = lines()
    keepLines([first, second.slice(0, 40)])
    expect(await faults()).toContain('checkpoint file damaged')
    keepLines([second, first])
    expect(await faults()).toContain('file rewritten')
    keepLines([first, second])
    expect(await faults({ ...town.house, keys: await freshKeys() })).toContain('not signed')
  })

  test('of another town is not continued', async () => {
    const other = await aTown({ env: { CHECKPOINT_FILE: file } })
    await other.report()
    await expect(makeCheckpoint(other.house)).rejects.toThrow('is not of this database')
    await other.close()
  })

  test('without a key to sign with, each hour says so in one line and stores nothing', async () => {
    const { checkpoint: _, ...keys } = town.keys
    const said: string[] = []
    const log = { ...town.log, error: (_about: object, line: string) => said.push(line) } as unknown as House['log']
    const house = { ...town.house, keys, log }
    await hourly.runOnce(house)
    expect(said).toEqual(['The key file has no checkpoint key: huiyin keys create adds one to it.'])
    expect(lines()).toHaveLength(2)
    expect(await faults(house)).toEqual(['no checkpoint key'])
  })

  test('shows anyone a root an hour and not how much was recorded in it', async () => {
    town.clock.advance(HOUR)
    await makeCheckpoint(town.house)
    const published = await publicCheckpoints(town.house)
    const roots = published?.checkpoints ?? []
    // nothing was recorded in the last hour, and its root is another all the same
    expect(new Set(roots.map(({ root }) => root)).size).toBe(3)
    for (const shown of roots) expect(Object.keys(shown)).toEqual(['hour', 'root', 'restored', 'signature'])
    expect(roots[0]?.hour).toMatch(/:00:00\.000Z$/)
    const lengths = roots.map((shown) => JSON.stringify(shown).length)
    expect(new Set(lengths).size).toBe(1)
  })
})
