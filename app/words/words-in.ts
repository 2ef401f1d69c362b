import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from './locale.ts'
import type { zhCN } from './zh-CN.ts'

/** Draws with these words, ready at once: a page never waits for its language. */
export function wordsIn(locale: Locale, said: Partial<typeof zhCN>): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: locale,
    fallbackLng: locale,
    // no word is looked for in a wider language, which costs more than finding it
    load: 'currentOnly',
    resources: { [locale]: said },
    ns: Object.keys(said),
    defaultNS: 'http',
    initImmediate: false,
    // React escapes what it draws
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return words
}
