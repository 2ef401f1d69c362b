import { redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerRefused } from '#app/http/answer.server.ts'
import { askedBy, typedInto } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { RefusalNotice } from '#app/http/refusal-notice.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { concludeReferral } from '#workflows/engine/step-paper.ts'
import { readReferralPage } from '#workflows/reading/supervision-papers.ts'
import { PAPER_ROLES } from './oversight-roles.ts'
import { ReferralPaper } from './referral-paper.tsx'

export const handle = { title: 'oversight:paper.referral' }

export const loader = forStaff(PAPER_ROLES, async ({ house, by, params }) => {
  const referral = await readReferralPage(house, by, params.referral ?? '')
  if (!referral) throw problem('404')
  return referral
})

export const action = forStaff(PAPER_ROLES, async ({ house, by, params, request }) => {
  const form = await request.formData()
  const text = form.get('text')
  const said = typeof text === 'string' ? text : ''
  const outcome = await concludeReferral(house, params.referral ?? '', said, by, askedBy(form))
  if (outcome.kind === 'refused') return answerRefused(outcome, form)
  return redirect(`/oversight/referrals/${params.referral}`, 303)
})

/** The referral as it left, and what came of it. */
export default function Referral() {
  const { t, i18n } = useTranslation(['oversight', 'case', 'http'])
  const referral = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const { number, on, sheet, concludedOn, conclusion } = referral
  const label = t('oversight:conclusion')
  const issue = answer?.refused.issues?.find(({ field }) => field === 'text')?.problem
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,210mm)_minmax(20rem,1fr)] print:block">
      <div>
        {sheet ? <ReferralPaper {...{ number, on, sheet }} /> : <p className="text-muted">{t('oversight:erased')}</p>}
      </div>
      <div className="space-y-4 print:hidden">
        <p className="flex flex-wrap items-center gap-4">
          <StateTag phase={concludedOn ? 'over' : 'moves'}>
            {t(`case:referral.${concludedOn ? 'concluded' : 'referred'}`)}
          </StateTag>
          <PrintButton />
        </p>
        <p className="max-w-measure text-sm text-muted">{t('oversight:leastNeeded')}</p>
        <p>
          <Link to={`/desk/cases/${referral.case.id}`} className="link">
            {t('oversight:toCase', { number: referral.case.number })}
          </Link>
        </p>
        {concludedOn && (
          <div>
            <p className="text-sm text-muted">
              {t('oversight:concludedOn', { day: formatDay(concludedOn, i18n.language) })}
            </p>
            <p className="whitespace-pre-line">{conclusion}</p>
          </div>
        )}
        <RefusalNotice answer={answer} nameOf={() => label} />
        {referral.mayConclude && (
          <Form method="post">
            <FormMark seen={referral.case.revision} />
            <TextArea
              id="text"
              name="text"
              label={label}
              rows={4}
              most={10_000}
              error={issue && t(`http:issues.${issue}`, { field: label })}
              defaultValue={typedInto(answer?.typed, 'text')}
            />
            <Button small busy={busy} busyLabel={t('oversight:sending')}>
              {t('case:acts.concludeReferral')}
            </Button>
          </Form>
        )}
      </div>
    </div>
  )
}
