import { useTranslation } from 'react-i18next'
import { Fold } from '#app/ui/fold.tsx'
import type { ShownThread } from '#workflows/reading/thread.ts'

/** The brief that left with the two letters, for whoever it rests on to read again. */
export function SentBrief({ sent }: Pick<ShownThread, 'sent'>) {
  const { t } = useTranslation('followUp')
  if (!sent) return null
  return (
    <Fold summary={t('sent.title')} hint={t('sent.to', { units: sent.to.join(t('and')) })}>
      <blockquote className="mb-5 border-l-3 border-qing pl-3 whitespace-pre-line">{sent.brief}</blockquote>
    </Fold>
  )
}
