import type { i18n } from 'i18next'
import { en } from './en.ts'
import type { Locale } from './locale.ts'
import { wordsIn } from './words-in.ts'
import { zhCN } from './zh-CN.ts'

const WORDS: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en }

/** Every word of the site in one language. One per language on the server; a browser fetches fewer. */
export const newWords = (locale: Locale): i18n => wordsIn(locale, WORDS[locale])
