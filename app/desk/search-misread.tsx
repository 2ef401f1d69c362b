import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import type { SearchPage } from '#workflows/reading/search-page.ts'

/** Which parts of the address were not understood: a list that quietly held something else would mislead. */
export function SearchMisread({ misread, twice }: Pick<SearchPage, 'misread' | 'twice'>) {
  const { t, i18n } = useTranslation('search')
  if (misread.length + twice.length === 0) return null
  const isKnown = (name: string) => i18n.exists(`misread.${name}`, { ns: 'search' })
  return (
    <Callout tone="warn" title={t('misread.title')}>
      <ul className="list-disc pl-5">
        {misread.map((name) => (
          <li key={name}>
            {isKnown(name) ? t(`misread.${name}` as never) : t('misread.other', { name: name.slice(0, 40) })}
          </li>
        ))}
        {twice.map((name) => (
          <li key={name}>{t('misread.twice', { name: name.slice(0, 40) })}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('misread.rest')}</p>
    </Callout>
  )
}
