import { useTranslation } from 'react-i18next'
import { dialogueOf } from '#workflows/channels/hotline/dialogue.ts'

/** A call as it was spoken: who, and what; the caller's words set apart by a bar. */
export function Dialogue({ text }: { text: string }) {
  const { t } = useTranslation('desk')
  const turns = dialogueOf(text)
  return (
    <ol className="mb-3 space-y-2" aria-label={t('case.dialogue.label')}>
      {turns.map(({ speaker, text: said }, at) => (
        <li
          key={at}
          className={`gap-x-3 pl-3 sm:grid sm:grid-cols-[4.5rem_1fr] ${speaker === 'caller' ? 'border-l-3 border-qing' : 'border-l-3 border-line'}`}
        >
          <span className="text-sm text-muted">
            {speaker ? t(`case.dialogue.${speaker}`) : at > 0 && t('case.dialogue.unclear')}
          </span>
          <p
            className={`whitespace-pre-line ${speaker === 'operator' ? 'text-muted' : ''} ${speaker ? '' : 'sm:col-start-2'}`}
          >
            {said}
          </p>
        </li>
      ))}
    </ol>
  )
}
