import { openText, sealText } from './cipher.ts'
import type { Keys } from './keys.ts'

type StaffKey = Pick<Keys, 'staff'>
const keyOf = (keys: StaffKey) => ({ id: 'staff', bytes: keys.staff })
const placeOf = (id: string) => ({ table: 'account_request', column: 'said', row: id })

/** What somebody proposed about an account, as it is stored: sealed under the staff key, to this proposal. */
export const sealSaid = (keys: StaffKey, id: string, said: unknown): Buffer =>
  sealText(keyOf(keys), placeOf(id), JSON.stringify(said))

/** What a proposal says. Throws CipherError where it was altered or moved from another. */
export const openSaid = (keys: StaffKey, { id, said }: { id: string; said: Buffer }): unknown =>
  JSON.parse(openText(keyOf(keys), placeOf(id), said))
