import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatHour } from '#app/ui/day-words.ts'
import type { Refused } from '#workflows/engine/refusal.ts'
import { useCaseWord } from './use-case-word.ts'

/** Why an act was not done (`before`: what of the same sending was), and what others did meanwhile. Nothing that was typed is lost, and it says so. */
export function CaseRefusal({ refused, before = [] }: { refused: Refused; before?: readonly string[] }) {
  const { code, meanwhile = [] } = refused
  const { t, i18n } = useTranslation('desk')
  const word = useCaseWord()
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [refused])
  if (code === 'unknown' || code === 'conflict-of-interest') return null
  return (
    <section
      ref={place}
      role="alert"
      tabIndex={-1}
      data-focus
      className="mb-6 rounded-md border-2 border-ink bg-sheet px-4 py-3"
    >
      {before.map((type) => (
        <p key={type}>{t('done', { act: word('acts', type) })}</p>
      ))}
      <h2 className="text-base">{t('refused.title')}</h2>
      <p>{t(`refused.${code}`)}</p>
      {meanwhile.length > 0 && (
        <ul className="my-2 border-l-3 border-qing pl-3 text-sm">
          {meanwhile.map(({ type, by, role, at }, line) => (
            <li key={line}>
              {t('refused.meanwhile', {
                day: formatHour(new Date(at), i18n.language),
                role: role ? word('roles', role) : '',
                by: by ?? '',
                act: word('acts', type),
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">{t('refused.kept')}</p>
    </section>
  )
}
