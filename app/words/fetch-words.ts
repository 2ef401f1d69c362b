import type { i18n } from 'i18next'
import type { Locale } from './locale.ts'
import { wordsIn } from './words-in.ts'

/** Where officers work. From there a page of the public is reached by loading it anew. */
const OFFICERS = /^\/(attention|desk|handling|newsroom|insights|admin|account|doors)(\/|$)/

/** The words that a browser needs for the page it is at: of one language, and for an officer none of the public's. */
export async function fetchWords(locale: Locale, path: string): Promise<i18n> {
  if (!OFFICERS.test(path))
    return wordsIn(locale, locale === 'en' ? (await import('./en.ts')).en : (await import('./zh-CN.ts')).zhCN)
  return wordsIn(
    locale,
    locale === 'en'
      ? (await import('./en-officers.ts')).enOfficers
      : (await import('./zh-CN-officers.ts')).zhCNOfficers,
  )
}
