import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import sodium from 'sodium-native'
import { beforeAll, expect, test } from 'vitest'
import { createKeys, type Keys, loadKeys, vaultPublicKey } from '#workflows/protection/keys.ts'
import { generatePassphrase, type VaultBlock } from '#workflows/vault/ceremony.ts'
import { sealContact } from '#workflows/vault/seal.ts'
import { inFolder } from './fresh-keys.ts'

const passphrases = [generatePassphrase(), generatePassphrase(), generatePassphrase()] as const
let keys: Keys
let vault: VaultBlock
let publicKey: Buffer
beforeAll(async () => {
  keys = await inFolder(async (folder) => {
    const file = join(folder, 'keys.json')
    await createKeys(file, { custodians: passphrases })
    return loadKeys(file)
  })
  const key = vaultPublicKey(keys)
  if (!keys.vault || !key) throw new Error('no ceremony was held')
  vault = keys.vault
  publicKey = key
})

test.each([
  [0, 1],
  [0, 2],
  [1, 2],
])('custodians %i and %i together open a contact', async (one, other) => {
  const sealed = sealContact(publicKey, '138 0013 8000', 'r-1')
  const privateKey = await join2(one, passphrases[one] ?? '', other, passphrases[other] ?? '')
  expect(openWith(privateKey, sealed)).toEqual({ report: 'r-1', contact: '138 0013 8000' })
})

test('one custodian alone cannot: not with one half, not with both of their halves, not with their own key', async () => {
  const sealed = sealContact(publicKey, '138 0013 8000', 'r-1')
  for (const holder of [0, 1, 2]) {
    const own = await unlock(holder, passphrases[holder] ?? '')
    const halves = halvesOf(holder).map((half) => openSealed(half, custodian(holder).publicKey, own))
    expect(halves).toHaveLength(2)
    const [first, second] = halves
    if (!first || !second) throw new Error('a custodian could not open their own half')
    for (const attempt of [own, first, second, xor(first, second)]) expect(openWith(attempt, sealed)).toBeNull()
    // and nobody else's half opens to them
    const others = vault.shares.flatMap(({ halves }) => halves).filter((half) => !halvesOf(holder).includes(half))
    expect(others.map((half) => openSealed(half, custodian(holder).publicKey, own))).toEqual([null, null, null, null])
  }
})

test('a wrong passphrase opens no half', async () => {
  await expect(unlock(0, passphrases[1])).rejects.toThrow('wrong passphrase')
})

test('neither the private key nor a passphrase is in the key file', async () => {
  const privateKey = await join2(0, passphrases[0], 1, passphrases[1])
  const written = JSON.stringify(keys, (_, value) => (value?.data ? Buffer.from(value.data).toString('hex') : value))
  expect(written).toContain(publicKey.toString('hex'))
  expect(written).not.toContain(privateKey.toString('hex'))
  for (const passphrase of passphrases) expect(written).not.toContain(Buffer.from(passphrase).toString('hex'))
})

test('the length of a sealed contact does not tell a number from an address', () => {
  const lengths = ['', '13800138000', 'li.ming@example.org', '云澜市望川县青溪镇石桥村三组 12 号,每天 19 点后'].map(
    (contact) => sealContact(publicKey, contact, 'r-1').length,
  )
  expect(new Set(lengths).size).toBe(1)
  expect(sealContact(publicKey, '长'.repeat(200), 'r-1').length).toBeGreaterThan(lengths[0] ?? 0)
})

test('the same contact sealed twice looks different, and shows nothing of itself', () => {
  const [one, other] = [sealContact(publicKey, '13800138000', 'r-1'), sealContact(publicKey, '13800138000', 'r-1')]
  expect(one.equals(other)).toBe(false)
  expect(one.includes('138')).toBe(false)
})

test('passphrases are readable, and no two are alike', () => {
  const many = Array.from({ length: 500 }, generatePassphrase)
  expect(many.every((passphrase) => /^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){5}$/.test(passphrase))).toBe(true)
  expect(new Set(many).size).toBe(500)
})

/* What two custodians will do: the product has no such code yet, and nothing in it opens the vault. */

async function join2(one: number, first: string, other: number, second: string): Promise<Buffer> {
  const share = vault.shares.find(({ holders }) => holders[0] === one && holders[1] === other)
  if (!share) throw new Error('no share for this pair')
  const half = openSealed(share.halves[0], custodian(one).publicKey, await unlock(one, first))
  const rest = openSealed(share.halves[1], custodian(other).publicKey, await unlock(other, second))
  if (!half || !rest) throw new Error('a half did not open')
  return xor(half, rest)
}

async function unlock(holder: number, passphrase: string): Promise<Buffer> {
  const { salt, wrappedPrivate } = custodian(holder)
  const key = await hashRaw(passphrase, { memoryCost: 65536, timeCost: 3, parallelism: 4, outputLen: 32, salt })
  const nonce = wrappedPrivate.subarray(0, sodium.crypto_secretbox_NONCEBYTES)
  const box = wrappedPrivate.subarray(sodium.crypto_secretbox_NONCEBYTES)
  const privateKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES)
  if (!sodium.crypto_secretbox_open_easy(privateKey, box, nonce, key)) throw new Error('wrong passphrase')
  return privateKey
}

function custodian(holder: number) {
  const found = vault.custodians[holder]
  if (!found) throw new Error(`no custodian ${holder}`)
  return found
}

const halvesOf = (holder: number) =>
  vault.shares.flatMap(({ holders, halves }) => halves.filter((_, at) => holders[at] === holder))

function openSealed(sealed: Buffer, to: Buffer, privateKey: Buffer): Buffer | null {
  const opened = Buffer.alloc(sealed.length - sodium.crypto_box_SEALBYTES)
  return sodium.crypto_box_seal_open(opened, sealed, to, privateKey) ? opened : null
}

const openWith = (privateKey: Buffer, sealed: Buffer): unknown => {
  const opened = openSealed(sealed, publicKey, privateKey)
  return opened && JSON.parse(opened.toString('utf8'))
}

const xor = (one: Buffer, other: Buffer) => Buffer.from(one.map((byte, at) => byte ^ other.readUInt8(at)))
