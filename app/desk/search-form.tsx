import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { PHASE_NAMES } from '#workflows/reading/desk-phases.ts'
import type { FilterName } from '#workflows/reading/search-filter.ts'
import type { SearchPage } from '#workflows/reading/search-page.ts'
import { ChipFold } from './chip-fold.tsx'
import { SearchChips } from './search-chips.tsx'
import { SearchField } from './search-field.tsx'
import { useCaseWord } from './use-case-word.ts'

type SearchFormProps = Pick<SearchPage, 'typed' | 'taken' | 'choices'>

/** The words that are looked for, and under them what narrows it. It asks for an address, which can be kept and sent. */
export function SearchForm({ typed, taken, choices }: SearchFormProps) {
  const { t, i18n } = useTranslation('search')
  const word = useCaseWord()
  const chosen = (name: FilterName) => taken.find((each) => each.name === name)?.value ?? ''
  const kinds = choices.kinds.map(({ code, zh, en }) => ({
    value: code,
    label: `${code} ${i18n.language === 'en' ? en : zh}`,
  }))
  const states = PHASE_NAMES.map((value) => ({ value, label: word('states', value) }))
  return (
    // drawn anew for another address, or a chip that was taken away would stay in the form
    <Form key={JSON.stringify([typed, taken])} method="get" action="/desk/search" role="search" className="mb-5">
      <SearchField typed={typed}>
        <Button>{t('send')}</Button>
      </SearchField>
      <div className="mt-3 flex flex-wrap items-start gap-2">
        <SearchChips {...{ typed, taken, choices }} />
        <ChipFold summary={t('filter')} hint={t('filterHint')}>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
            <Pick name="state" lines={states} chosen={chosen('state')} />
            <Pick name="kind" lines={kinds} chosen={chosen('kind')} />
            <Pick name="place" lines={choices.places} chosen={chosen('place')} />
            <Pick name="unit" lines={choices.units} chosen={chosen('unit')} />
            {(['from', 'to', 'due'] as const).map((name) => (
              <Labelled key={name} name={name}>
                <input type="date" id={`filter-${name}`} name={name} defaultValue={chosen(name)} className="control" />
              </Labelled>
            ))}
          </div>
          <div className="mt-3">
            <Button small>{t('apply')}</Button>
          </div>
        </ChipFold>
      </div>
    </Form>
  )
}

type Line = { value: string; label: string }
function Pick({ name, lines, chosen }: { name: FilterName; lines: readonly Line[]; chosen: string }) {
  const { t } = useTranslation('search')
  return (
    <Labelled name={name}>
      <select id={`filter-${name}`} name={name} defaultValue={chosen} className="control">
        <option value="">{t('any')}</option>
        {lines.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled({ name, children }: { name: FilterName; children: ReactNode }) {
  const { t } = useTranslation('search')
  return (
    <div>
      <label htmlFor={`filter-${name}`} className="mb-1 block text-sm font-medium">
        {t(`filters.${name}`)}
      </label>
      {children}
    </div>
  )
}
