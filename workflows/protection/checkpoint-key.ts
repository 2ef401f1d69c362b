import sodium from 'sodium-native'
import type { Keys } from './keys.ts'
import { KeyFileError } from './private-file.ts'

/** Signs checkpoints of the record (Ed25519). The private half never leaves the process that read the key file. */
export type CheckpointKey = { publicKey: Buffer; privateKey: Buffer }

/** The pair of the house. Throws KeyFileError, the one line for the operator, where the key file has none. */
export function checkpointKey(keys: Pick<Keys, 'checkpoint'>): CheckpointKey {
  if (!keys.checkpoint) throw new KeyFileError('The key file has no checkpoint key: huiyin keys create adds one to it.')
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES)
  const privateKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES)
  sodium.crypto_sign_seed_keypair(publicKey, privateKey, keys.checkpoint)
  return { publicKey, privateKey }
}

/**
 * What is signed: the hour and the root, without the size, so that a checkpoint can be shown to anyone and tells nobody
 * how much was recorded in an hour. No root of one size is a root of another, so the root binds the size as well.
 */
const signedText = ({ hour, root, restored }: Unsigned): Buffer =>
  Buffer.from(`huiyin checkpoint 1\n${hour.toISOString()}\n${root.toString('base64')}\n${restored ? 'restored\n' : ''}`)
type Unsigned = { hour: Date; root: Buffer; restored: boolean }

export function signCheckpoint({ privateKey }: CheckpointKey, checkpoint: Unsigned): Buffer {
  const signature = Buffer.alloc(sodium.crypto_sign_BYTES)
  sodium.crypto_sign_detached(signature, signedText(checkpoint), privateKey)
  return signature
}

export const isSigned = (publicKey: Buffer, checkpoint: Unsigned & { signature: Buffer }): boolean =>
  checkpoint.signature.length === sodium.crypto_sign_BYTES &&
  sodium.crypto_sign_verify_detached(checkpoint.signature, signedText(checkpoint), publicKey)
