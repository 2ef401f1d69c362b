import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_LETTERS } from '#workflows/reading/search-filter.ts'

/** Where the words are typed, and beside it what sends them; the key `/` leads here. */
export function SearchField({ typed, children }: { typed: string; children: ReactNode }) {
  const { t } = useTranslation('search')
  return (
    <>
      <label htmlFor="q" className="mb-1 block font-medium">
        {t('words')}
      </label>
      <div className="flex max-w-2xl flex-wrap gap-2">
        <div className="min-w-56 grow">
          <input
            {...FIELD}
            id="q"
            defaultValue={typed}
            aria-describedby="q-help"
            data-key-name={t('title')}
            className="control"
          />
        </div>
        {children}
      </div>
      <p id="q-help" className="mt-1 text-sm text-muted">
        {t('wordsHelp')}
      </p>
    </>
  )
}

/** The same on top of every other page of the desk: Enter sends it. */
export function SearchAnywhere() {
  const { t } = useTranslation('search')
  return (
    <input
      {...FIELD}
      aria-label={t('title')}
      placeholder={t('title')}
      data-key-name={t('title')}
      className="control min-h-8 py-0.5 text-sm sm:w-56"
    />
  )
}

const FIELD = {
  type: 'search',
  name: 'q',
  maxLength: MOST_LETTERS,
  autoComplete: 'off',
  enterKeyHint: 'search',
  'data-key': '/',
} as const
