import { useTranslation } from 'react-i18next'
import { Fold } from '#app/ui/fold.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'

type Report = NonNullable<CasePage['said']>['reports'][number]

/** Of a report by mail: what came with its own words, folded away and marked, and why nobody could be told. */
export function CaseFromMail({ folded, unanswered }: Pick<Report, 'folded' | 'unanswered'>) {
  const { t } = useTranslation('fromMail')
  return (
    <>
      {folded.length > 0 && (
        <div className="mt-3 text-sm *:mb-0 print:hidden">
          <Fold summary={t('folded.title')} hint={t('folded.hint')}>
            <ul className="space-y-3 pb-3">
              {folded.map((stretch, at) =>
                stretch.is === 'leftOut' ? (
                  <li key={at}>{t('folded.leftOut', { name: stretch.name, why: t(`folded.why.${stretch.why}`) })}</li>
                ) : (
                  <li key={at}>
                    <p className="text-muted">{t(`folded.kinds.${stretch.is}`)}</p>
                    <p className="wrap-anywhere whitespace-pre-line">{stretch.text}</p>
                  </li>
                ),
              )}
            </ul>
          </Fold>
        </div>
      )}
      {unanswered && (
        <p className="mt-3 rounded-r-md border-l-3 border-qing bg-qing-wash px-4 py-2 text-sm">
          <strong>{t('unanswered.title')}</strong> · {String(t(`unanswered.reasons.${unanswered}` as never))}{' '}
          {t('unanswered.means')}
        </p>
      )}
    </>
  )
}
