import { createHmac } from 'node:crypto'
import sodium from 'sodium-native'
import { z } from 'zod'
import { byLength } from './by-length.ts'
import { CipherError } from './cipher.ts'
import { keyBytes } from './key-bytes.ts'
import { KeyFileError, readPrivately, writePrivately } from './private-file.ts'

const KEY = sodium.crypto_box_PUBLICKEYBYTES
/** Every sealed postbox is a multiple of this many bytes: its length does not tell one address from another. */
const BLOCK = 256

const postboxFile = z.strictObject({
  format: z.literal(1),
  publicKey: keyBytes(KEY),
  privateKey: keyBytes(sodium.crypto_box_SECRETKEYBYTES),
})

/**
 * Opens where reporters by mail are told that there is news. In a file of its own (`POSTBOX_KEY_FILE`), which only
 * processes that take mail in or send it read: no page can show what is sealed to it.
 */
export type PostboxKey = z.infer<typeof postboxFile>

/** `token`: the report's submission, from which its code and its link are made; kept until the link was sent. */
const postbox = z.strictObject({ mailbox: z.string(), token: z.base64url().optional() })
export type Postbox = z.infer<typeof postbox>
const sealedPostbox = z.strictObject({ report: z.string(), postbox })

/** Makes the key file, readable by its owner alone. Throws KeyFileError if it exists. */
export async function createPostboxKey(file: string): Promise<PostboxKey> {
  const publicKey = Buffer.alloc(KEY)
  const privateKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES)
  sodium.crypto_box_keypair(publicKey, privateKey)
  const key: PostboxKey = { format: 1, publicKey, privateKey }
  await writePrivately(file, z.encode(postboxFile, key))
  return key
}

/** Reads the key file. Throws KeyFileError if it is missing, readable by group or world, or damaged. */
export function loadPostboxKey(file: string): PostboxKey {
  const parsed = postboxFile.safeParse(readPrivately(file))
  if (!parsed.success) throw new KeyFileError(`The postbox key file ${file} is damaged or not of this version.`)
  const { publicKey, privateKey } = parsed.data
  const belongs = Buffer.alloc(KEY)
  sodium.crypto_scalarmult_base(belongs, privateKey)
  if (!belongs.equals(publicKey)) throw new KeyFileError(`The postbox key file ${file} is damaged: its halves differ.`)
  return parsed.data
}

/** Seals an address for one report (X25519 sealed box), padded by spaces, which JSON ignores. */
export function sealToPostbox(publicKey: Buffer, value: Postbox, report: string): Buffer {
  const content = Buffer.from(JSON.stringify({ report, postbox: value }))
  const padded = Buffer.alloc(Math.ceil(content.length / BLOCK) * BLOCK, ' ')
  content.copy(padded)
  const sealed = Buffer.alloc(padded.length + sodium.crypto_box_SEALBYTES)
  sodium.crypto_box_seal(sealed, padded, publicKey)
  return sealed
}

/** Throws CipherError unless sealed to this key for this report: a row moved to another report tells nobody. */
export function openPostbox({ publicKey, privateKey }: PostboxKey, sealed: Buffer, report: string): Postbox {
  const content = Buffer.alloc(Math.max(0, sealed.length - sodium.crypto_box_SEALBYTES))
  if (content.length === 0 || !sodium.crypto_box_seal_open(content, sealed, publicKey, privateKey))
    throw new CipherError('a postbox does not open with this key')
  const opened = sealedPostbox.parse(JSON.parse(content.toString('utf8')))
  if (opened.report !== report) throw new CipherError('a postbox lies under another report')
  return opened.postbox
}

/**
 * By what a mailbox is counted on one day, and on no other: worthless without the key. `li.na+anything@` is `li.na@`.
 */
export const mailboxMark = ({ privateKey }: PostboxKey, mailbox: string, day: string): Buffer =>
  createHmac('sha256', privateKey)
    .update(byLength('mailbox of a day', day, mailbox.toLowerCase().replace(/^([^@+]*)\+[^@]*/, '$1')))
    .digest()
