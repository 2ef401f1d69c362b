import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { HOUR } from '#workflows/clock.ts'
import { byLength } from './by-length.ts'
import type { Keys } from './keys.ts'

const RANDOM = 16
const STAMP = 4
const MAC = 16
/** How long the page with a form may lie open, in hours. */
const FORM_HOURS = 12

/**
 * A signed one-time mark for a form: random ‖ hour ‖ MAC, base64url. `purpose` names what it is for and,
 * on a page behind a sign-in, the session it was given to, or anyone could fetch one for someone else's form.
 */
export function issueFormToken(keys: Keys, purpose: string, now: Date): string {
  const body = Buffer.alloc(RANDOM + STAMP)
  randomBytes(RANDOM).copy(body)
  body.writeUInt32BE(hoursOf(now), RANDOM)
  return Buffer.concat([body, mac(keys, purpose, body)]).toString('base64url')
}

/**
 * The token's 128 random bits, or null unless it was issued for this purpose in the last `hours`.
 * Only the hour of issue is kept, so it may live up to one hour longer.
 */
export function openFormToken(
  keys: Keys,
  purpose: string,
  token: string,
  now: Date,
  hours: number = FORM_HOURS,
): Buffer | null {
  const bytes = Buffer.from(token, 'base64url')
  // the same bytes have several spellings in base64; one token has one
  if (bytes.length !== RANDOM + STAMP + MAC || bytes.toString('base64url') !== token) return null
  const body = bytes.subarray(0, RANDOM + STAMP)
  if (!timingSafeEqual(bytes.subarray(RANDOM + STAMP), mac(keys, purpose, body))) return null
  const age = hoursOf(now) - body.readUInt32BE(RANDOM)
  // -1: two machines may disagree about the hour for a moment
  return age >= -1 && age <= hours ? Buffer.from(body.subarray(0, RANDOM)) : null
}

const mac = (keys: Keys, purpose: string, body: Buffer) =>
  createHmac('sha256', keys.form)
    .update(byLength('form token', purpose, body))
    .digest()
    .subarray(0, MAC)

const hoursOf = (instant: Date) => Math.floor(instant.getTime() / HOUR)
