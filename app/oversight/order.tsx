import { redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerRefused } from '#app/http/answer.server.ts'
import { askedBy } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { RefusalNotice } from '#app/http/refusal-notice.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DueDate } from '#app/ui/due-date.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { OrderPaper } from '#app/ui/order-paper.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { settleOrder } from '#workflows/engine/step-paper.ts'
import { readOrderPage } from '#workflows/reading/supervision-papers.ts'
import { PAPER_ROLES } from './oversight-roles.ts'

export const handle = { title: 'oversight:paper.order' }

export const loader = forStaff(PAPER_ROLES, async ({ house, by, params }) => {
  const order = await readOrderPage(house, by, params.order ?? '')
  if (!order) throw problem('404')
  return order
})

export const action = forStaff(PAPER_ROLES, async ({ house, by, params, request }) => {
  const form = await request.formData()
  const outcome = await settleOrder(house, params.order ?? '', by, askedBy(form))
  if (outcome.kind === 'refused') return answerRefused(outcome, form)
  return redirect(`/oversight/orders/${params.order}`, 303)
})

/** Also after a refusal: whoever was too late sees how it stands now, and can go on from there. */
export const shouldRevalidate = () => true

/** The order on its page, with the unit's answer; beside it what can be done now. */
export default function Order() {
  const { t } = useTranslation(['oversight', 'case'])
  const order = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const { state, answerBy, today } = order
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,210mm)_minmax(20rem,1fr)] print:block">
      <div>
        <OrderPaper order={order} />
      </div>
      <div className="space-y-4 print:hidden">
        <p className="flex flex-wrap items-center gap-4">
          <StateTag phase={state === 'settled' ? 'over' : state === 'open' ? 'waits' : 'moves'}>
            {t(`oversight:orderStates.${state}`)}
          </StateTag>
          {state === 'open' && <DueDate day={answerBy} today={today} />}
          <PrintButton />
        </p>
        <p>
          <Link to={`/desk/cases/${order.case.id}`} className="link">
            {t('oversight:toCase', { number: order.case.number })}
          </Link>
        </p>
        <RefusalNotice answer={answer} />
        {order.maySettle && (
          <Form method="post">
            <FormMark seen={order.case.revision} />
            <p className="mb-2 text-sm text-muted">
              {t(state === 'open' ? 'oversight:settleOvertaken' : 'oversight:settle')}
            </p>
            <Button small busy={busy} busyLabel={t('oversight:sending')}>
              {t('case:acts.settleOrder')}
            </Button>
          </Form>
        )}
        {order.mayOrder && (
          <p>
            <Link to={`/desk/cases/${order.case.id}#acts`} className="link">
              {t('oversight:orderAgain')}
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}
