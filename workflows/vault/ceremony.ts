import { randomBytes, randomInt } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import sodium from 'sodium-native'
import { z } from 'zod'
import { keyBytes } from '#workflows/protection/key-bytes.ts'

const KEY = sodium.crypto_box_PUBLICKEYBYTES
const SALT = 16
const WRAPPED = sodium.crypto_secretbox_NONCEBYTES + sodium.crypto_secretbox_MACBYTES + sodium.crypto_box_SECRETKEYBYTES
const HALF = sodium.crypto_box_SECRETKEYBYTES + sodium.crypto_box_SEALBYTES

/** RFC 9106, second recommended choice: 64 MiB, three passes, four lanes. Paid three times, once in a town's life. */
const STRETCH = { memoryCost: 65536, timeCost: 3, parallelism: 4, outputLen: sodium.crypto_secretbox_KEYBYTES }

/** No i, l, o, 0 or 1: passphrases are copied by hand. 31 characters, 24 of them: 118 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Every pair of the three custodians, by place in `custodians`. */
const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const

const custodian = z.strictObject({ publicKey: keyBytes(KEY), salt: keyBytes(SALT), wrappedPrivate: keyBytes(WRAPPED) })

/** One passphrase for each of the three custodians. */
export type Passphrases = readonly [string, string, string]

/**
 * What the key file keeps of the vault: the public key, each custodian's pair with the private half
 * wrapped by the passphrase, and for each pair of custodians the vault's private key in two halves,
 * each sealed to its holder. One half is noise; no single custodian, and not the server, holds the key.
 */
export const vaultBlock = z.strictObject({
  publicKey: keyBytes(KEY),
  custodians: z.tuple([custodian, custodian, custodian]),
  shares: z
    .array(
      z.strictObject({
        holders: z.tuple([z.int().min(0).max(2), z.int().min(0).max(2)]),
        halves: z.tuple([keyBytes(HALF), keyBytes(HALF)]),
      }),
    )
    .length(PAIRS.length),
})
export type VaultBlock = z.infer<typeof vaultBlock>

/** A passphrase to hand to a custodian: six groups of four, e.g. `k7mp-2xqd-…`. */
export const generatePassphrase = (): string =>
  Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  )

/** Makes the vault's key pair, splits the private key for every pair of custodians, and forgets it. */
export async function holdCeremony(passphrases: Passphrases): Promise<VaultBlock> {
  const vault = newPair()
  const [first, second, third] = passphrases
  // one after the other: three stretches at once would take 192 MiB
  const custodians: VaultBlock['custodians'] = [
    await newCustodian(first),
    await newCustodian(second),
    await newCustodian(third),
  ]
  const shares = PAIRS.map(([one, other]) => {
    const noise = randomBytes(vault.privateKey.length)
    const rest = Buffer.from(vault.privateKey)
    noise.forEach((byte, at) => {
      rest.writeUInt8(rest.readUInt8(at) ^ byte, at)
    })
    const share: VaultBlock['shares'][number] = {
      holders: [one, other],
      halves: [sealTo(custodians[one].publicKey, noise), sealTo(custodians[other].publicKey, rest)],
    }
    forget(noise, rest)
    return share
  })
  forget(vault.privateKey)
  return { publicKey: vault.publicKey, custodians, shares }
}

async function newCustodian(passphrase: string) {
  const { publicKey, privateKey } = newPair()
  const salt = randomBytes(SALT)
  const key = await hashRaw(passphrase, { ...STRETCH, salt })
  const nonce = randomBytes(sodium.crypto_secretbox_NONCEBYTES)
  const box = Buffer.alloc(privateKey.length + sodium.crypto_secretbox_MACBYTES)
  sodium.crypto_secretbox_easy(box, privateKey, nonce, key)
  forget(privateKey, key)
  return { publicKey, salt, wrappedPrivate: Buffer.concat([nonce, box]) }
}

function newPair() {
  const publicKey = Buffer.alloc(KEY)
  const privateKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES)
  sodium.crypto_box_keypair(publicKey, privateKey)
  return { publicKey, privateKey }
}

function sealTo(publicKey: Buffer, bytes: Buffer): Buffer {
  const sealed = Buffer.alloc(bytes.length + sodium.crypto_box_SEALBYTES)
  sodium.crypto_box_seal(sealed, bytes, publicKey)
  return sealed
}

const forget = (...secrets: Buffer[]) => {
  for (const secret of secrets) secret.fill(0)
}
