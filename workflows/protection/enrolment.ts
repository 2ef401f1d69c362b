import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import type { Keys } from './keys.ts'

const KEY_BYTES = 32
/** Copied by hand: no i, l, o, u. 32 letters, 16 of them: 80 bits. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16
/** As an authenticator app takes it: 160 bits. */
const SECRET_BYTES = 20
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const CHECK_DIGITS = 8

type StaffKey = Pick<Keys, 'staff'>
const keyed = (keys: StaffKey, use: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', keys.staff, '', use, KEY_BYTES)))
    .update(text)
    .digest()

/** What stands on a slip: 80 bits, in four groups. */
export function newSlipCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length])
  return letters.join('').replace(/.{4}(?=.)/g, '$&-')
}

/** As it was printed, whatever case, blanks and dashes it is typed with; a letter that looks like a digit is the digit. */
const readSlip = (typed: string): string =>
  plainForm(typed)
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')

/** All that is stored of a slip; of a text that is none, what no slip has. */
export const slipMac = (keys: StaffKey, typed: string): Buffer => keyed(keys, 'enrolment slip', readSlip(typed))

/** The secret that the owner's phone gets with this slip: derived, so that nothing is stored before it is confirmed. */
export function slipOneTimeSecret(keys: StaffKey, typed: string): string {
  const bits = [...keyed(keys, 'enrolment one-time secret', readSlip(typed)).subarray(0, SECRET_BYTES)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}

/**
 * The other half of what opens an enrolment. Whoever proposed it reads it to the owner and never sees the slip; whoever
 * confirmed it hands over the slip and never sees this: neither alone becomes the owner.
 */
export function checkCode(keys: StaffKey, request: string): string {
  const number = keyed(keys, 'enrolment check code', request).readUInt32BE(0)
  return String(number % 10 ** CHECK_DIGITS).padStart(CHECK_DIGITS, '0')
}
