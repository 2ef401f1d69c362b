import { createCookie } from '@remix-run/node'
import { RemixI18Next } from 'remix-i18next/server'
import { isLetterSize, isLocale, LOCALES, type LetterSize, type Locale } from './locale.ts'

const YEAR_SECONDS = 31_536_000
const kept = { path: '/', sameSite: 'lax', maxAge: YEAR_SECONDS, httpOnly: true } as const

/** How a reader likes to read: no more than two words, and nothing that tells two readers apart. */
export const languageCookie = createCookie('lang', kept)
export const letterSizeCookie = createCookie('size', kept)

const chosen = new RemixI18Next({
  detection: {
    supportedLanguages: [...LOCALES],
    fallbackLanguage: LOCALES[0],
    cookie: languageCookie,
    searchParamKey: 'lang',
    order: ['searchParams', 'cookie', 'header'],
  },
})

/** The language asked for: `?lang=` for one page, else the one chosen, else the browser's, else Chinese. */
export async function localeOf(request: Request): Promise<Locale> {
  const locale = await chosen.getLocale(request)
  return isLocale(locale) ? locale : LOCALES[0]
}

/** The size asked for: `?size=` for one page, else the one chosen. */
export async function letterSizeOf(request: Request): Promise<LetterSize> {
  const asked = new URL(request.url).searchParams.get('size')
  if (isLetterSize(asked)) return asked
  const size: unknown = await letterSizeCookie.parse(request.headers.get('cookie'))
  return isLetterSize(size) ? size : 'standard'
}
