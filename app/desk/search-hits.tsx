import { useTranslation } from 'react-i18next'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { SearchPage } from '#workflows/reading/search-page.ts'
import { searchAddress } from './search-address.ts'
import { SearchTable } from './search-table.tsx'

/** What was found, and how to go on; where nothing was, what may help. */
export function SearchHits({ typed, taken, after, result }: SearchPage) {
  const { t } = useTranslation('search')
  if (result.found === 'nothing')
    return (
      <Empty title={t(`${result.why}.title`)}>
        <p>{t(`${result.why}.advice`)}</p>
      </Empty>
    )
  const { hits, next, paused, read, unreadable } = result
  const first = searchAddress({ typed, taken })
  return (
    <section aria-label={t('results')}>
      {hits.length > 0 && (
        <>
          <SearchTable hits={hits} />
          <p className="mt-3 text-sm text-muted">{t('looks')}</p>
        </>
      )}
      {hits.length === 0 && !next && (
        <Empty title={t(after ? 'end.title' : 'none.title')}>
          <p>{t(after ? 'end.advice' : taken.length > 0 ? 'none.narrowed' : 'none.advice')}</p>
        </Empty>
      )}
      {unreadable > 0 && <p className="mt-4 max-w-measure">{t('unreadable', { count: unreadable })}</p>}
      {paused && <p className="mt-4 max-w-measure">{t('paused', { read, count: hits.length })}</p>}
      <p className="mt-4 flex flex-wrap items-center gap-3 text-sm text-muted print:hidden">
        {after && (
          <LinkButton small to={first}>
            {t('first')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small to={searchAddress({ typed, taken, after: next })}>
            {t(paused ? 'goOn' : 'next')}
          </LinkButton>
        )}
      </p>
    </section>
  )
}
