import { useTranslation } from 'react-i18next'
import { commaOf } from './comma.ts'

/** One field as it was and as it is since. */
type Difference = { field: string; before: string | null; after: string | null }

const DICTIONARIES = ['session:roles', 'units:levels', 'units:kinds', 'case:complexities', 'case:deadlines'] as const

/** What was changed, field by field: as it was, as it is since. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t, i18n } = useTranslation('record')
  /** Codes among the values, in words: roles, units' levels and kinds, how hard, which date. */
  const worded = (value: string) =>
    value
      .split('、')
      .map((part) => {
        const known = DICTIONARIES.map((where) => `${where}.${part}`).find(
          (key) => /^\w+$/.test(part) && i18n.exists(key),
        )
        return known ? t(known as 'fields.name') : part
      })
      .join(commaOf(i18n.language))
  const fieldOf = (field: string) =>
    i18n.exists(`record:fields.${field}`) ? t(`fields.${field}` as 'fields.name') : field
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
