import { useTranslation } from 'react-i18next'

/** The first stop of the keyboard: past the head of the page, to `#main`. */
export function SkipLink() {
  const { t } = useTranslation('site')
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-qing px-4 py-2 text-on-qing focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 print:hidden"
    >
      {t('skip')}
    </a>
  )
}
