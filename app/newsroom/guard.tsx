import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import type { TypicalCasePage } from '#workflows/reading/newsroom.ts'

/** What in the text could lead back to someone, in its own words: to be looked at, not forbidden. */
export function Guard({ flags }: { flags: TypicalCasePage['flags'] }) {
  const { t } = useTranslation('newsroom')
  if (flags.length === 0) return <Callout>{t('guard.none')}</Callout>
  const found = new Set(flags.map(({ text }) => text))
  const kinds = [...new Set(flags.map(({ flag }) => flag))]
  return (
    <Callout tone="warn" title={t('guard.title', { count: found.size })}>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            {t('guard.line', {
              what: t(`guard.${kind}`),
              which: [...new Set(flags.filter(({ flag }) => flag === kind).map(({ text }) => text))].join(
                t('guard.comma'),
              ),
            })}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
