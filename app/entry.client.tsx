import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { isLocale } from './words/locale.ts'
import { newWords } from './words/new-words.ts'

const { lang } = document.documentElement

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={newWords(isLocale(lang) ? lang : 'zh-CN')}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  )
})
