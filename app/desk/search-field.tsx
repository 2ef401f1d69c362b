import { useTranslation } from 'react-i18next'
import { MOST_LETTERS } from '#workflows/reading/search-filter.ts'

/** Where the words are typed; the key `/` leads here from any page of the desk. `small`: the one on top of every page. */
export function SearchField({ typed = '', small = false }: { typed?: string; small?: boolean }) {
  const { t } = useTranslation('search')
  const id = small ? 'search-anywhere' : 'q'
  return (
    <div className={small ? 'w-56 max-sm:w-full' : 'min-w-56 grow'}>
      <label htmlFor={id} className={small ? 'sr-only' : 'mb-1 block font-medium'}>
        {t('words')}
      </label>
      <input
        type="search"
        id={id}
        name="q"
        defaultValue={typed}
        maxLength={MOST_LETTERS}
        placeholder={small ? t('words') : undefined}
        autoComplete="off"
        enterKeyHint="search"
        aria-describedby={small ? undefined : 'q-help'}
        data-key="/"
        data-key-name={t('title')}
        className={small ? 'control min-h-8 py-0.5 text-sm' : 'control'}
      />
      {!small && (
        <p id="q-help" className="mt-1 text-sm text-muted">
          {t('wordsHelp')}
        </p>
      )}
    </div>
  )
}
