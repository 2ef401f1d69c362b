import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { fetchWords } from './words/fetch-words.ts'
import { isLocale } from './words/locale.ts'

const { lang } = document.documentElement

void fetchWords(isLocale(lang) ? lang : 'zh-CN', location.pathname).then((words) =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={words}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  }),
)
