import { z } from 'zod'
import { cookieIn, cookieName, setCookie } from '#app/http/cookies.ts'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { openCookie, sealCookie } from '#workflows/protection/sealed-cookie.ts'
import type { Reporter } from '#workflows/roles/roles.ts'

const NAME = 'follow'
const PURPOSE = 'receipt session'
/** From the last page opened. A shared computer is left sooner than a desk. */
const LASTS = 15 * MINUTE

const receiptSession = z.strictObject({ report: z.uuid(), code: z.int() })

/** The reporter whose code was typed in this browser in the last quarter of an hour, or null. */
export function reporterOf({ keys, settings, clock }: House, request: Request): Reporter | null {
  const cookie = cookieIn(request.headers.get('cookie'), cookieName(settings, NAME))
  if (!cookie) return null
  const opened = openCookie(keys, PURPOSE, cookie, receiptSession, clock.wall())
  return opened ? { kind: 'reporter', ...opened } : null
}

/** A `Set-Cookie` that opens this report's thread, sealed: neither code nor report can be read from it. */
export function receiptCookie({ keys, settings, clock }: House, { report, code = 1 }: Reporter): string {
  const until = new Date(clock.wall().getTime() + LASTS)
  const value = sealCookie(keys, PURPOSE, { report, code }, until)
  return setCookie(settings, NAME, value, { sameSite: 'Strict', seconds: LASTS / SECOND })
}

/** A `Set-Cookie` that closes the thread. */
export const noReceiptCookie = ({ settings }: House): string =>
  setCookie(settings, NAME, '', { sameSite: 'Strict', seconds: 0 })
