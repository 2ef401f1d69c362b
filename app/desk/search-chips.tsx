import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SearchPage } from '#workflows/reading/search-page.ts'
import { searchAddress, type Taken } from './search-address.ts'
import { useCaseWord } from './use-case-word.ts'

/** The filters that are on. Each is a link to the address without it. */
export function SearchChips({ typed, taken, choices }: Pick<SearchPage, 'typed' | 'taken' | 'choices'>) {
  const { t, i18n } = useTranslation('search')
  const word = useCaseWord()
  const valueOf = ({ name, value }: Taken[number]): string => {
    if (name === 'state') return word('states', value)
    const kind = name === 'kind' ? choices.kinds.find(({ code }) => code === value) : undefined
    if (kind) return i18n.language === 'en' ? kind.en : kind.zh
    const unit = name === 'place' || name === 'unit' ? choices.units.find((each) => each.value === value) : undefined
    return unit?.label ?? value
  }
  if (taken.length === 0) return null
  return (
    <ul aria-label={t('narrowed')} className="contents">
      {taken.map((one) => {
        const said = t(`chip.${one.name}`, { value: valueOf(one) })
        return (
          <li key={one.name}>
            <Link
              to={searchAddress({ typed, taken: taken.filter(({ name }) => name !== one.name) })}
              aria-label={t('remove', { name: said })}
              className="inline-flex min-h-9 items-center rounded-full border border-qing bg-qing-wash px-3 text-sm font-medium text-qing no-underline hover:border-qing-deep"
            >
              {said}
              <span aria-hidden="true">&nbsp;✕</span>
            </Link>
          </li>
        )
      })}
      {taken.length > 1 && (
        <li>
          <Link to={searchAddress({ typed, taken: [] })} className="link inline-flex min-h-9 items-center px-1 text-sm">
            {t('clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}
