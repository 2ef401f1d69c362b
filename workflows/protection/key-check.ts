import { createHmac } from 'node:crypto'
import { CipherError, openBytes, sealBytes } from './cipher.ts'
import type { Keys } from './keys.ts'
import type { PostboxKey } from './postbox.ts'

/** What is sealed: its words are no secret. */
const WORDS = Buffer.from('huiyin')
export type KeyCheck = { name: string; sealed: Buffer }

/** Each key of the house by name, every version of the master key apart. `postbox`: only where the process reads it. */
export function namedKeys(keys: Keys, postbox: PostboxKey | null | undefined): Map<string, Buffer> {
  const { master, vault, format: _, checkpoint, ...others } = keys
  return new Map([
    ...Object.entries(master.versions).map(([version, bytes]) => [`master:${version}`, bytes] as const),
    ...Object.entries(others),
    ...(checkpoint ? [['checkpoint', checkpoint] as const] : []),
    // what was sealed to another public key is lost as well
    ...(vault ? [['vault', vault.publicKey] as const] : []),
    ...(postbox ? [['postbox', postbox.publicKey] as const] : []),
  ])
}

/** A value sealed under a key made of this one for nothing else: it tells which key it is, and no more. */
export const sealCheck = (name: string, key: Buffer): KeyCheck => ({
  name,
  sealed: sealBytes(checkKey(name, key), placeOf(name), WORDS),
})

/**
 * The name of the first check that these keys do not open: the key is another, or missing. The postbox key may be missing:
 * most processes do not read it. Null where all of them open.
 */
export function firstUnproved(keys: ReadonlyMap<string, Buffer>, checks: readonly KeyCheck[]): string | null {
  const unproved = checks.find(({ name, sealed }) => {
    const key = keys.get(name)
    return key ? !opens(name, key, sealed) : name !== 'postbox'
  })
  return unproved?.name ?? null
}

function opens(name: string, key: Buffer, sealed: Buffer): boolean {
  try {
    return openBytes(checkKey(name, key), placeOf(name), sealed).equals(WORDS)
  } catch (error) {
    if (error instanceof CipherError) return false
    throw error
  }
}

const checkKey = (name: string, key: Buffer) => ({
  id: 'key check',
  bytes: createHmac('sha256', key).update(`key check ${name}`).digest(),
})
const placeOf = (name: string) => ({ table: 'key_check', column: 'sealed', row: name })
