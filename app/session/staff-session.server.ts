import type { AppLoadContext } from '@remix-run/node'
import { cookieIn, setCookie, staffCookieName } from '#app/http/cookies.ts'
import type { House } from '#workflows/house.ts'
import { findSessionHolder, type SessionHolder } from '#workflows/settings-desk/session-holder.ts'

/** Layout and page ask at the same moment: one look-up serves both, and ends with the request. */
const asked = new WeakMap<AppLoadContext, Promise<SessionHolder | null>>()

/** The officer this request comes from, or null. */
export function holderOf(context: AppLoadContext, request: Request): Promise<SessionHolder | null> {
  const known = asked.get(context)
  if (known) return known
  const token = staffToken(context.house, request)
  const holder = token ? findSessionHolder(context.house, token) : Promise.resolve(null)
  asked.set(context, holder)
  return holder
}

export const staffToken = ({ settings }: House, request: Request): string | null =>
  cookieIn(request.headers.get('cookie'), staffCookieName(settings))

/** Lax: a link in a mail leads to the page, not to the sign-in. */
export const staffCookie = ({ settings }: House, token: string): string =>
  setCookie(settings, 'staff', token, { sameSite: 'Lax' })
export const noStaffCookie = ({ settings }: House): string =>
  setCookie(settings, 'staff', '', { sameSite: 'Lax', seconds: 0 })
