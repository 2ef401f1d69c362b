import { createHash } from 'node:crypto'
import type { House } from '#workflows/house.ts'
import { cookieIn, staffCookieName } from './cookies.ts'

/** What a form's mark is signed for: whoever is signed in gets marks good in that session alone. */
export function formPurpose(house: House, cookieHeader: string | null): string {
  const session = cookieIn(cookieHeader, staffCookieName(house.settings))
  return session ? `form ${createHash('sha256').update(session).digest('base64url')}` : 'form'
}
