import { useTranslation } from 'react-i18next'
import { useCodeWord } from './use-code-word.ts'

/** One field as it was and as it is since. */
type Difference = { field: string; before: string | null; after: string | null }

/** Fields whose names other pages have already: the texts of a template. */
const FIELDS = ['record:fields', 'templates:parts'] as const

/** What was changed, field by field: as it was, as it is since. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t, i18n } = useTranslation('record')
  const worded = useCodeWord()
  const fieldOf = (field: string) => {
    const known = FIELDS.map((where) => `${where}.${field}`).find((key) => i18n.exists(key))
    return known ? t(known as 'fields.name') : field
  }
  return (
    <ul className="text-sm">
      {differences.map(({ field, before, after }) => (
        <li key={field}>
          {field !== '' && <span className="text-muted">{fieldOf(field)}: </span>}
          {before !== null && <del className="text-muted">{worded(before)}</del>}
          {before !== null && <span aria-hidden="true"> → </span>}
          <ins className="no-underline">{after === null ? t('nothing') : worded(after)}</ins>
        </li>
      ))}
    </ul>
  )
}
