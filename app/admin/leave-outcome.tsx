import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { Leaver } from '#workflows/reading/leaver.ts'

const FATES = ['successor', 'head', 'inCharge', 'overtaken'] as const
const LOOK_AGAIN = 1500

/** How far the moving is, and in the end where everything went: counts only. */
export function LeaveOutcome({ fates }: { fates: Extract<Leaver, { left: true }>['fates'] }) {
  const { t } = useTranslation('people')
  const { revalidate } = useRevalidator()
  const of = (wanted: (typeof FATES)[number] | null) => fates.find(({ fate }) => fate === wanted)?.cases ?? 0
  const all = fates.reduce((sum, { cases }) => sum + cases, 0)
  const waiting = of(null)
  useEffect(() => {
    if (waiting === 0) return
    const again = setInterval(revalidate, LOOK_AGAIN)
    return () => clearInterval(again)
  }, [waiting, revalidate])
  return (
    <div className="max-w-measure" aria-live="polite">
      {waiting > 0 ? (
        <Callout title={t('leave.moving')}>
          <p>{t('leave.progress', { moved: all - waiting, all })}</p>
          <progress max={all} value={all - waiting} className="w-full accent-qing" aria-label={t('leave.moving')} />
          <p>{t('leave.resume')}</p>
          <LinkButton small to=".">
            {t('leave.refresh')}
          </LinkButton>
        </Callout>
      ) : (
        <Callout>{t('leave.done')}</Callout>
      )}
      <h2 className="mb-2 text-lg">{t('leave.outcome')}</h2>
      {all === 0 ? (
        <p>{t('leave.none')}</p>
      ) : (
        <DefinitionList
          items={FATES.map((fate) => ({
            term: t(`leave.fates.${fate}`),
            is: of(fate) > 0 ? t('leave.caseCount', { count: of(fate) }) : null,
          }))}
        />
      )}
    </div>
  )
}
