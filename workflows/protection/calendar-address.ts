import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Keys } from './keys.ts'

const LENGTH = 32

/** The secret part of the address of a calendar: 256 bits, 43 characters. */
export const newCalendarToken = (): string => randomBytes(LENGTH).toString('base64url')

const keyFor = (keys: Pick<Keys, 'staff'>, use: string) => Buffer.from(hkdfSync('sha256', keys.staff, '', use, LENGTH))

/** All that is stored of an address; of a text that is none, what no address has. */
export const calendarMac = (keys: Pick<Keys, 'staff'>, token: string): Buffer =>
  createHmac('sha256', keyFor(keys, 'calendar address')).update(token).digest()

/** What names one date in one person's calendar, for as long as it is there; says nothing of either. */
export const calendarUid = (keys: Pick<Keys, 'staff'>, staff: string, date: string): string =>
  createHmac('sha256', keyFor(keys, 'calendar entry')).update(`${staff} ${date}`).digest('hex').slice(0, LENGTH)
