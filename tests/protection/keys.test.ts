import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createKeys, databasePassword, loadKeys, vaultPublicKey } from '#workflows/protection/keys.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import { freshKeys, inFolder } from './fresh-keys.ts'

test('the keys read back are the keys that were made', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'deep', 'keys.json')
    const made = await createKeys(file, { custodians: null })
    expect(loadKeys(file)).toEqual(made)
  }))

test('the key file is readable by its owner alone, and no draft of it stays behind', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'keys.json')
    await createKeys(file, { custodians: null })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['keys.json'])
  }))

test('a key file that exists is never overwritten', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'keys.json')
    await createKeys(file, { custodians: null })
    const before = await readFile(file, 'utf8')
    await expect(createKeys(file, { custodians: null })).rejects.toThrow(KeyFileError)
    expect(await readFile(file, 'utf8')).toBe(before)
    expect(await readdir(folder)).toEqual(['keys.json'])
  }))

test('of two first starts at the same moment one makes the keys and the other is told', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'keys.json')
    const results = await Promise.allSettled([1, 2].map(() => createKeys(file, { custodians: null })))
    const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(made).toHaveLength(1)
    expect(loadKeys(file)).toEqual(made[0])
  }))

test.each([
  ['its group reads', 0o640],
  ['everyone reads', 0o604],
  ['its group writes', 0o620],
  ['everyone may run', 0o601],
])('a key file that %s is refused, with the command that mends it', (_, mode) =>
  inFolder(async (folder) => {
    const file = join(folder, 'keys.json')
    await createKeys(file, { custodians: null })
    await chmod(file, mode)
    expect(() => loadKeys(file)).toThrow(`chmod 600 ${file}`)
  }),
)

test('a missing key file is said to be missing', () => {
  expect(() => loadKeys('/nowhere/keys.json')).toThrow('There is no key file /nowhere/keys.json.')
})

test('a damaged key file is refused by the name of what is damaged, and no key is quoted', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'keys.json')
    await createKeys(file, { custodians: null })
    const whole = JSON.parse(await readFile(file, 'utf8'))
    const damages: [string, string][] = [
      [JSON.stringify({ ...whole, receipt: whole.receipt.slice(0, 20) }), 'receipt'],
      [JSON.stringify({ ...whole, search: undefined }), 'search'],
      [JSON.stringify({ ...whole, extra: 'x' }), 'the whole file'],
      [JSON.stringify({ ...whole, format: 2 }), 'format'],
      [JSON.stringify({ ...whole, master: { ...whole.master, current: 2 } }), 'master'],
      [JSON.stringify(whole).slice(0, -40), 'not JSON'],
      ['', 'not JSON'],
    ]
    for (const [text, named] of damages) {
      await writeFile(file, text)
      const message = messageOf(() => loadKeys(file))
      expect(message).toContain(named)
      expect(message).not.toContain(whole.receipt.slice(0, 12))
    }
  }))

test('every key of a town is its own, and no two towns share one', async () => {
  const towns = [await freshKeys(), await freshKeys()]
  const all = towns.flatMap(({ master, receipt, search, form, session, staff, database }) =>
    [...Object.values(master.versions), receipt, search, form, session, staff, database].map((key) =>
      key.toString('hex'),
    ),
  )
  expect(new Set(all).size).toBe(14)
})

test('the passwords of the two database logins differ, stay the same, and belong to this town', async () => {
  const [keys, others] = [await freshKeys(), await freshKeys()]
  expect(databasePassword(keys, 'app')).toBe(databasePassword(keys, 'app'))
  const all = [keys, others].flatMap((town) => [databasePassword(town, 'app'), databasePassword(town, 'vault')])
  expect(new Set(all).size).toBe(4)
  expect(all.every((password) => password.length === 43)).toBe(true)
})

test('without custodians there is no vault to seal to', async () => {
  expect(vaultPublicKey(await freshKeys())).toBeNull()
})

function messageOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof KeyFileError) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}
