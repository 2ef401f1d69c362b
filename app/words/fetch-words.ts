import type { i18n } from 'i18next'
import { browserWords } from './browser-words.ts'
import type { Locale } from './locale.ts'
import { type WordSet, wordSetAt } from './word-sets.ts'

type Said = Parameters<typeof browserWords>[1]
const FETCH: Record<Locale, Record<WordSet, () => Promise<Said>>> = {
  'zh-CN': {
    desk: async () => (await import('./zh-CN-desk.ts')).zhCNDesk,
    quarantine: async () => (await import('./zh-CN-quarantine.ts')).zhCNQuarantine,
    house: async () => (await import('./zh-CN-house.ts')).zhCNHouse,
    switchboard: async () => (await import('./zh-CN-switchboard.ts')).zhCNSwitchboard,
    all: async () => (await import('./zh-CN.ts')).zhCN,
  },
  en: {
    desk: async () => (await import('./en-desk.ts')).enDesk,
    quarantine: async () => (await import('./en-quarantine.ts')).enQuarantine,
    house: async () => (await import('./en-house.ts')).enHouse,
    switchboard: async () => (await import('./en-switchboard.ts')).enSwitchboard,
    all: async () => (await import('./en.ts')).en,
  },
}

/** The words that a browser needs for the page it is at: of one language, and of one set. */
export const fetchWords = async (locale: Locale, path: string): Promise<i18n> =>
  browserWords(locale, await FETCH[locale][wordSetAt(path)]())
