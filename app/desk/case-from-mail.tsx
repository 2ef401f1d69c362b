import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'

type Report = NonNullable<CasePage['said']>['reports'][number]

/** Of a report by mail: what came with its own words, folded away and marked, and why nobody could be told. */
export function CaseFromMail({ folded, unanswered }: Pick<Report, 'folded' | 'unanswered'>) {
  const { t } = useTranslation('mails')
  return (
    <>
      {folded.length > 0 && (
        <div className="mt-3 text-sm *:mb-0 print:hidden">
          <Fold summary={t('folded.title')} hint={t('folded.hint')}>
            <dl className="space-y-3 pb-3">
              {folded.map((stretch, at) =>
                stretch.is === 'leftOut' ? (
                  <dd key={at}>{t('folded.leftOut', { name: stretch.name, why: t(`folded.why.${stretch.why}`) })}</dd>
                ) : (
                  <div key={at}>
                    <dt className="text-muted">{t(`folded.kinds.${stretch.is}`)}</dt>
                    <dd className="wrap-anywhere whitespace-pre-line">{stretch.text}</dd>
                  </div>
                ),
              )}
            </dl>
          </Fold>
        </div>
      )}
      {unanswered && (
        <div className="mt-3 *:mb-0">
          <Callout title={t('unanswered.title')}>
            <p>
              {String(t(`unanswered.reasons.${unanswered}` as never))} {t('unanswered.means')}
            </p>
          </Callout>
        </div>
      )}
    </>
  )
}
