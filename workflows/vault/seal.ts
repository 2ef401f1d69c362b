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
  const sealed = Buffer.alloc(padded.length + sodium.crypto_box_SEALBYTES)
  sodium.crypto_box_seal(sealed, padded, publicKey)
  return sealed
}
