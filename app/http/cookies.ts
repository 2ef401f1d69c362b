import type { Settings } from '#workflows/settings.ts'

type Https = Pick<Settings, 'publicUrl'>
type Attributes = { sameSite: 'Strict' | 'Lax'; seconds?: number }

const isHttps = ({ publicUrl }: Https) => publicUrl.startsWith('https:')

/** The name under which a cookie goes out: bound to this host exactly when the site is reached by https. */
export const cookieName = (settings: Https, name: string): string => (isHttps(settings) ? `__Host-${name}` : name)
export const staffCookieName = (settings: Https): string => cookieName(settings, 'staff')

/** A `Set-Cookie`. `seconds` absent: until the browser is closed; 0: gone at once. Values are base64url or plain words. */
export const setCookie = (settings: Https, name: string, value: string, { sameSite, seconds }: Attributes): string =>
  [
    `${cookieName(settings, name)}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
    ...(isHttps(settings) ? ['Secure'] : []),
  ].join('; ')

/** The value of the cookie with this full name, or null. */
export function cookieIn(header: string | null, fullName: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === fullName) return pair.slice(at + 1).trim()
  }
  return null
}
