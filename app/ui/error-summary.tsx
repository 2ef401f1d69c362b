import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type FieldMistake = { field: string; message: ReactNode }

/** On top of a form that was not taken: what to put right, each line a link to its field. Draws nothing where nothing is wrong. */
export function ErrorSummary({ mistakes, title }: { mistakes: readonly FieldMistake[]; title?: ReactNode }) {
  const { t } = useTranslation('site')
  if (mistakes.length === 0) return null
  return (
    <section role="alert" tabIndex={-1} data-focus className="mb-6 rounded-md border-2 border-ink bg-sheet px-4 py-3">
      <h2 className="text-base">{title ?? t('form.mistakes')}</h2>
      <ul className="mt-1">
        {mistakes.map(({ field, message }, at) => (
          <li key={`${field} ${at}`}>
            <a href={`#${field}`} className="link">
              {message}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-muted">{t('form.nothingLost')}</p>
    </section>
  )
}
