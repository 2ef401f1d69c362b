import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readDates } from '#workflows/reading/dates.ts'
import { endDateRule, setDateRule } from '#workflows/settings-desk/dates.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { DateRules } from './date-rules.tsx'
import { answerNotChanged } from './not-changed.server.ts'

export const handle = { title: 'dates:title' }

/** Also after a refusal: whoever was too late sees how it stands now, and can save again from there. */
export const shouldRevalidate = () => true

export const loader = forStaff(ADMIN_ROLES, async ({ house }) => readDates(house))

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const text = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const { request: once } = askedBy(form)
  const ends = text('act') === 'endDeadlineRule'
  const said = {
    name: text('name'),
    kind: text('kind'),
    complexity: text('complexity'),
    days: text('days'),
    reminder: text('reminder'),
    yellow: text('yellow'),
    supervision: text('supervision'),
    leader: text('leader'),
    validFrom: text('validFrom'),
    source: text('source'),
  }
  const outcome = ends
    ? await endDateRule(house, by, text('rule'), { request: once })
    : await setDateRule(house, by, said, { newest: text('newest'), request: once })
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(`/admin/dates?done=${ends ? 'endDeadlineRule' : 'setDeadlineRule'}#${said.name}`, 303)
})

const DONE = ['setDeadlineRule', 'endDeadlineRule'] as const

/** Every date a case can carry: how long, on whose word, and what was set in place of that. */
export default function Dates() {
  const { t } = useTranslation('dates')
  const { dates, kinds, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [searchParams] = useSearchParams()
  const done = answer ? undefined : DONE.find((each) => each === searchParams.get('done'))
  const about = answer?.typed.name?.[0]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {done && <Callout>{t(`done.${done}`)}</Callout>}
      <div className="max-w-page">
        {dates.map((date) => (
          <DateRules
            key={date.name}
            date={date}
            kinds={kinds}
            today={today}
            answer={about === date.name ? answer : undefined}
          />
        ))}
      </div>
    </>
  )
}
