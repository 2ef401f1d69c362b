import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { byLength } from './by-length.ts'
import type { Keys } from './keys.ts'

const NONCE = 12
const TAG = 16
const KEY = 32
/** Data keys have one version: rotation re-wraps them under a new master key and leaves the cells alone. */
const DATA_KEY_VERSION = 1

/** Where a cell lives. A ciphertext opens there and nowhere else. */
export type Place = { table: string; column: string; row: string }
/** The key of one case (or typical case); `id` is its row in `data_key`. */
export type DataKey = { id: string; bytes: Buffer }

/** Sealed bytes that do not open: moved, altered, cut short, or under another key. */
export class CipherError extends Error {}

/** A fresh data key: `wrapped` is what the database keeps, `key` what seals. */
export function newDataKey(keys: Keys): { id: string; wrapped: Buffer; key: DataKey } {
  const key = { id: randomUUID(), bytes: randomBytes(KEY) }
  return { id: key.id, wrapped: wrapDataKey(keys, key), key }
}

/** Wraps a data key under the current master key; also how rotation re-wraps it. */
export function wrapDataKey(keys: Keys, key: DataKey): Buffer {
  const { current } = keys.master
  return seal(current, masterKey(keys, current), wrapping(key.id), key.bytes)
}

/** Unwraps by whichever master version wrapped it. Throws CipherError for another id or an unknown version. */
export function unwrapDataKey(keys: Keys, id: string, wrapped: Buffer): DataKey {
  const version = wrapped.at(0) ?? 0
  return { id, bytes: open(version, masterKey(keys, version), wrapping(id), wrapped) }
}

/** The key for secrets of accounts (one-time secrets): no case owns them, so none is wrapped for them. */
export const staffKey = (keys: Keys): DataKey => ({ id: 'staff', bytes: keys.staff })

/** AES-256-GCM. Envelope: key version (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16); AAD = place and key id. */
export const sealBytes = (key: DataKey, place: Place, bytes: Buffer): Buffer =>
  seal(DATA_KEY_VERSION, key.bytes, cell(place, key.id), bytes)

/** Throws CipherError unless sealed by this key for this place. */
export const openBytes = (key: DataKey, place: Place, sealed: Buffer): Buffer =>
  open(DATA_KEY_VERSION, key.bytes, cell(place, key.id), sealed)

/** As sealBytes, for text that went through normalText (UTF-8 cannot hold a lone surrogate). */
export const sealText = (key: DataKey, place: Place, text: string): Buffer =>
  sealBytes(key, place, Buffer.from(text, 'utf8'))

/** Throws CipherError unless sealed by this key for this place. */
export const openText = (key: DataKey, place: Place, sealed: Buffer): string =>
  openBytes(key, place, sealed).toString('utf8')

const cell = (place: Place, keyId: string) => byLength('cell', place.table, place.column, place.row, keyId)
const wrapping = (keyId: string) => byLength('data key', keyId)

function masterKey(keys: Keys, version: number): Buffer {
  const key = keys.master.versions[version]
  if (!key) throw new CipherError(`no master key of version ${version}`)
  return key
}

function seal(version: number, key: Buffer, context: Buffer, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context)
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function open(version: number, key: Buffer, context: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < 1 + NONCE + TAG) throw new CipherError('sealed bytes are cut short')
  if (sealed[0] !== version) throw new CipherError(`sealed under key version ${sealed[0]}, not ${version}`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(context).setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, -TAG)), decipher.final()])
  } catch (cause) {
    throw new CipherError('sealed bytes do not open here', { cause })
  }
}
