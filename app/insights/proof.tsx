import { redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { dayIn, formatClock, formatDay } from '#app/ui/day-words.ts'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readJournalVerdict } from '#workflows/reading/journal-verdict.ts'
import { askForVerdict } from '#workflows/settings-desk/ask-verdict.ts'
import { AUDIT_ROLES } from './insights-roles.ts'

export const handle = { title: 'insights:proof.title' }
const LOOK_AGAIN = 1500

export const loader = forStaff(AUDIT_ROLES, async ({ house, by }) => readJournalVerdict(house, by))

export const action = forStaff(AUDIT_ROLES, async ({ house, by }) => {
  await askForVerdict(house, by)
  return redirect('/insights/proof', 303)
})

/** Walks every chain of the record, and says whether it holds or where it first does not. */
export default function Proof() {
  const { t, i18n } = useTranslation('insights')
  const { verdict, underWay } = useLoaderData<typeof loader>()
  const busy = useNavigation().state === 'submitting'
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!underWay) return
    const again = setInterval(revalidate, LOOK_AGAIN)
    return () => clearInterval(again)
  }, [underWay, revalidate])
  const at = verdict && new Date(verdict.at)
  return (
    <div className="max-w-measure">
      <PageHead title={t('proof.title')} lead={t('proof.lead')} />
      <div aria-live="polite">
        {underWay && (
          <Callout title={t('proof.underWay')}>
            <p>{t('proof.mayLeave')}</p>
            <LinkButton small to="/insights/proof">
              {t('proof.lookAgain')}
            </LinkButton>
          </Callout>
        )}
        {verdict && at && (
          <Callout
            tone={verdict.sound ? 'note' : 'warn'}
            title={verdict.sound ? t('proof.sound', { count: verdict.rows }) : t('proof.broken')}
          >
            {!verdict.sound && (
              <>
                <p>
                  {verdict.number ? t('proof.ofCase', { number: verdict.number }) : t(`proof.of.${verdict.about}`)}{' '}
                  {t('proof.atRow', { seq: verdict.seq })}: {faultWord(verdict.fault)}
                </p>
                <p>{t('proof.whatNow')}</p>
              </>
            )}
            <p className="text-sm text-muted">
              {t('proof.when', {
                by: verdict.by,
                day: `${formatDay(dayIn(at), i18n.language)} ${formatClock(at)}`,
              })}
            </p>
          </Callout>
        )}
        {!verdict && !underWay && <p className="mb-4 text-muted">{t('proof.never')}</p>}
      </div>
      <Form method="post">
        <FormMark />
        <Button busy={busy || underWay} busyLabel={t('proof.underWay')}>
          {t('proof.start')}
        </Button>
      </Form>
      <p className="mt-6 text-sm text-muted">{t('proof.means')}</p>
    </div>
  )

  function faultWord(fault: string): string {
    if (fault === 'missing') return t('proof.faults.missing')
    return fault === 'broken link' ? t('proof.faults.brokenLink') : t('proof.faults.changed')
  }
}
