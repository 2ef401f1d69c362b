import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import type { Locale } from './locale.ts'
import { zhCN } from './zh-CN.ts'

/** Every word of the site, ready at once: a page never waits for its language. One per language on the server, and one in the browser. */
export function newWords(locale: Locale): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': zhCN, en },
    ns: Object.keys(zhCN),
    defaultNS: 'http',
    initImmediate: false,
    // React escapes what it draws
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return words
}
