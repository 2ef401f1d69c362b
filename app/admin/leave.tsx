import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { readLeaver } from '#workflows/reading/leaver.ts'
import { leave } from '#workflows/settings-desk/leave.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { LeaveForm } from './leave-form.tsx'
import { LeaveOutcome } from './leave-outcome.tsx'
import { answerNotChanged } from './not-changed.server.ts'

export const handle = { title: 'people:person.leaving' }

/** Also after a refusal: whoever was too late sees how it stands now, and can save again from there. */
export const shouldRevalidate = () => true

export const loader = forStaff(ADMIN_ROLES, async ({ house, by, params }) => {
  const leaver = await readLeaver(house, by, params.id ?? '')
  if (!leaver) throw problem('404')
  return leaver
})

export const action = forStaff(ADMIN_ROLES, async ({ house, by, params, request }) => {
  const form = await request.formData()
  const leaver = await readLeaver(house, by, params.id ?? '')
  if (!leaver) throw problem('404')
  const said = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const to = { cases: said('cases'), drafts: said('drafts'), letters: said('letters') }
  const outcome = await leave(house, by, leaver.person.id, to, askedBy(form))
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(outcome.proposed ? '/admin/requests?done=sent' : `/admin/people/${leaver.person.id}/leave`, 303)
})

/** Somebody leaves: what they have in hand, who goes on with it, and then what became of it. */
export default function Leave() {
  const { t } = useTranslation('people')
  const leaver = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, name } = leaver.person
  return (
    <>
      <PageHead
        above={
          <Link to={`/admin/people/${id}`} className="link">
            {name}
          </Link>
        }
        title={t('leave.title', { name })}
        lead={leaver.left ? undefined : t('leave.lead')}
      />
      {leaver.left ? <LeaveOutcome fates={leaver.fates} /> : <LeaveForm leaving={leaver} answer={answer} />}
    </>
  )
}
