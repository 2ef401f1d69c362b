import { RemixBrowser } from '@remix-run/react'
import { type ReactNode, StrictMode, startTransition, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { keepTyped } from './keep-typed.ts'
import { fetchWords } from './words/fetch-words.ts'
import { isLocale } from './words/locale.ts'

const { lang } = document.documentElement
const typed = keepTyped(document)

void fetchWords(isLocale(lang) ? lang : 'zh-CN', location.pathname).then((words) =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={words}>
          <Alive>
            <RemixBrowser />
          </Alive>
        </I18nextProvider>
      </StrictMode>,
    )
  }),
)

function Alive({ children }: { children: ReactNode }) {
  useEffect(() => typed.release(), [])
  return children
}
