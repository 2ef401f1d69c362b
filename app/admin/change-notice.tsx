import { useTranslation } from 'react-i18next'
import { formatDay, dayIn } from '#app/ui/day-words.ts'
import { DifferenceList } from '#app/ui/difference-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Fault } from '#workflows/settings-desk/change.ts'
import type { NotTaken } from './not-changed.server.ts'

type ChangeNoticeProps = {
  answer: NotTaken | undefined
  /** the words of a fault on this page */
  say: (fault: Fault) => string
}

/** Above a form that was not taken: what to put right, or who changed the same thing meanwhile, and what. */
export function ChangeNotice({ answer, say }: ChangeNoticeProps) {
  const { t, i18n } = useTranslation('record')
  if (!answer) return null
  const { refused } = answer
  if (refused.code === 'invalid')
    return <ErrorSummary mistakes={refused.faults.map((fault) => ({ field: fault.field, message: say(fault) }))} />
  return (
    <section role="alert" tabIndex={-1} data-focus className="mb-6 rounded-md border-2 border-ink bg-sheet px-4 py-3">
      <h2 className="text-base">{t('meanwhile.title')}</h2>
      {refused.meanwhile.map(({ by, at, type, differences }) => (
        <div key={String(at)} className="mt-2">
          <p>
            {t('meanwhile.line', {
              by: by ?? t('nobody'),
              day: formatDay(dayIn(new Date(at)), i18n.language),
              what: t(`acts.${type}` as 'acts.openUnit'),
            })}
          </p>
          <DifferenceList differences={differences} />
        </div>
      ))}
      <p className="mt-1 text-sm text-muted">{t('meanwhile.advice')}</p>
    </section>
  )
}
