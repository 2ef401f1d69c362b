import sodium from 'sodium-native'

/** Every sealed contact is a multiple of this many bytes: its length does not tell a mobile number from an address. */
const BLOCK = 256

/**
 * Seals how to reach a reporter to the vault's public key (X25519 sealed box): the server can put in
 * and cannot take out. `report` is the report's id, sealed with it, so that a row moved to another
 * report shows itself when it is opened. Padded by spaces, which JSON ignores.
 */
export function sealContact(publicKey: Buffer, contact: string, report: string): Buffer {
  const content = Buffer.from(JSON.stringify({ report, contact }))
  const padded = Buffer.alloc(Math.ceil(content.length / BLOCK) * BLOCK, ' ')
  content.copy(padded)
  return seal(publicKey, padded)
}

/** Seals a mail as it came, behind the report's id: 36 letters, and the rest is the mail. */
export const sealOriginal = (publicKey: Buffer, original: Buffer, report: string): Buffer =>
  seal(publicKey, Buffer.concat([Buffer.from(report), original]))

function seal(publicKey: Buffer, content: Buffer): Buffer {
  const sealed = Buffer.alloc(content.length + sodium.crypto_box_SEALBYTES)
  sodium.crypto_box_seal(sealed, content, publicKey)
  return sealed
}
