import { z } from 'zod'
import { CipherError, openText, sealText } from './cipher.ts'
import type { Keys } from './keys.ts'

const sealedValue = z.object({ until: z.int(), value: z.unknown() })

/** A value only this house can read, good until `until` (wall time) and for this purpose alone. */
export const sealCookie = (keys: Keys, purpose: string, value: object, until: Date): string =>
  sealText(sessionKey(keys), place(purpose), JSON.stringify({ until: until.getTime(), value })).toString('base64url')

/** The value as `schema` reads it; null if it is forged, altered, expired, of another purpose or of another shape. */
export function openCookie<T>(keys: Keys, purpose: string, cookie: string, schema: z.ZodType<T>, now: Date): T | null {
  const text = openOrNull(keys, purpose, cookie)
  if (text === null) return null
  const { until, value } = sealedValue.parse(JSON.parse(text))
  if (until <= now.getTime()) return null
  return schema.safeParse(value).data ?? null
}

function openOrNull(keys: Keys, purpose: string, cookie: string): string | null {
  try {
    return openText(sessionKey(keys), place(purpose), Buffer.from(cookie, 'base64url'))
  } catch (error) {
    if (error instanceof CipherError) return null
    throw error
  }
}

const sessionKey = (keys: Keys) => ({ id: 'session', bytes: keys.session })
const place = (purpose: string) => ({ table: 'cookie', column: 'value', row: purpose })
