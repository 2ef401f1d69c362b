import { openText, sealText } from '#workflows/protection/cipher.ts'
import type { Keys } from '#workflows/protection/keys.ts'

const key = (keys: Keys) => ({ id: 'staff', bytes: keys.staff })
const place = (staffId: string) => ({ table: 'staff', column: 'totp_secret', row: staffId })

/** An officer's one-time secret as it is stored: sealed under the staff key, to this account. */
export const sealOneTimeSecret = (keys: Keys, staffId: string, secret: string): Buffer =>
  sealText(key(keys), place(staffId), secret)

/** Throws CipherError where it was altered or moved from another account. */
export const openOneTimeSecret = (keys: Keys, staffId: string, sealed: Buffer): string =>
  openText(key(keys), place(staffId), sealed)
