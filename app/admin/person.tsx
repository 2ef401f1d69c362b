import { redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { DeliveryList } from '#app/ui/delivery-list.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPerson } from '#workflows/reading/people.ts'
import { endAbsence, setAbsence } from '#workflows/settings-desk/absence.ts'
import { changePerson } from '#workflows/settings-desk/change-person.ts'
import { proposeReset, RESETS } from '#workflows/settings-desk/reset-secrets.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { PersonAbsence } from './person-absence.tsx'
import { PersonFields, usePersonFault } from './person-fields.tsx'
import { absenceFrom, personFrom } from './person-form.ts'
import { useHeld } from './use-held.ts'

export const handle = { title: 'people:person.details' }

/** Also after a refusal: whoever was too late sees how it stands now, and can save again from there. */
export const shouldRevalidate = () => true

export const loader = forStaff(ADMIN_ROLES, async ({ house, by, params }) => {
  const person = await readPerson(house, params.id ?? '')
  if (!person) throw problem('404')
  return { person, isMe: person.id === by.id }
})

const ACTS = ['changeAccount', 'setAbsence', 'endAbsence', ...RESETS] as const

export const action = forStaff(ADMIN_ROLES, async ({ house, by, params, request }) => {
  const form = await request.formData()
  const person = await readPerson(house, params.id ?? '')
  const act = ACTS.find((each) => each === form.get('act'))
  if (!person) throw problem('404')
  if (!act) throw problem('400')
  const asked = askedBy(form)
  const reset = RESETS.find((each) => each === act)
  if (reset) {
    const proposed = await proposeReset(house, by, person.id, reset, asked)
    if (proposed.kind === 'refused') return answerNotChanged(proposed, form)
    return redirect('/admin/requests?done=sent', 303)
  }
  const outcome =
    act === 'changeAccount'
      ? await changePerson(house, by, person.id, personFrom(form), asked)
      : act === 'setAbsence'
        ? await setAbsence(house, by, person.id, absenceFrom(form), asked)
        : await endAbsence(house, by, String(form.get('absence')))
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(outcome.proposed ? '/admin/requests?done=sent' : `/admin/people/${person.id}?done=${act}`, 303)
})

/** One account: who it is, what they may do, what they sign in with, when they are away, and the day they leave. */
export default function Person() {
  const { t, i18n } = useTranslation(['people', 'site'])
  const { person, isMe } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const submitting = useNavigation().formData?.get('act')
  const say = usePersonFault()
  const refused = answer
  const act = refused?.typed.act?.[0]
  const of = (...acts: string[]) => (act && acts.includes(act) ? refused : undefined)
  const details = of('changeAccount')
  const faults = details?.refused.code === 'invalid' ? details.refused.faults : []
  const drawnFrom = useHeld(person, details !== undefined)
  const done = answer ? null : search.get('done')
  const head = (
    <PageHead
      above={
        <Link to="/admin/people" className="link">
          {t('people:person.back')}
        </Link>
      }
      title={
        <>
          {person.name} <span className="text-base font-normal text-muted">{person.login}</span>
        </>
      }
      lead={person.unit.name}
    >
      {person.leftOn && <Badge strong>{t('people:leftOn', { day: formatDay(person.leftOn, i18n.language) })}</Badge>}
    </PageHead>
  )
  if (person.left)
    return (
      <>
        {head}
        <Callout>{t('people:person.disabled')}</Callout>
        <LinkButton to={`/admin/people/${person.id}/leave`}>{t('people:person.outcome')}</LinkButton>
      </>
    )
  return (
    <>
      {head}
      {done === 'changeAccount' && <Callout>{t('people:person.saved')}</Callout>}
      {done === 'endAbsence' && <Callout>{t('people:absence.wasEnded')}</Callout>}
      <div className="gap-10 lg:grid lg:grid-cols-2">
        <section aria-label={t('people:person.details')}>
          {isMe && <p className="mb-4 text-muted">{t('people:person.yourself')}</p>}
          <p className="mb-4 text-muted">{t('people:person.standing')}</p>
          <ChangeNotice answer={details} say={say} />
          <Form method="post" key={`${person.id} ${drawnFrom.revision}`} preventScrollReset>
            <FormMark seen={person.revision} />
            <HiddenInputs values={{ act: 'changeAccount' }} />
            <PersonFields
              units={person.units}
              now={{ ...person, unit: person.unit.id }}
              typed={details?.typed}
              faultOf={(field) => faults.filter((fault) => fault.field === field).map(say)[0]}
            />
            <Button busy={submitting === 'changeAccount'} busyLabel={t('site:buttons.saving')}>
              {t('people:person.save')}
            </Button>
          </Form>
        </section>
        <div className="max-lg:mt-10">
          <section className="mb-10">
            <h2 className="mb-2 text-lg">{t('people:person.secrets')}</h2>
            <p className="mb-3 text-muted">{t('people:person.secretsLead')}</p>
            <ChangeNotice answer={of('password', 'oneTime', 'both')} say={say} />
            <Form method="post" className="flex flex-wrap gap-3" preventScrollReset>
              <FormMark seen={person.revision} />
              <Button look="quiet" name="act" value="password" busyLabel={t('people:person.resetting')}>
                {t('people:person.resetPassword')}
              </Button>
              <Button look="quiet" name="act" value="oneTime" busyLabel={t('people:person.resetting')}>
                {t('people:person.resetOneTime')}
              </Button>
              <Button look="quiet" name="act" value="both" busyLabel={t('people:person.resetting')}>
                {t('people:person.resetBoth')}
              </Button>
            </Form>
          </section>
          <section className="mb-10">
            <h2 className="mb-2 text-lg">{t('people:person.away')}</h2>
            <PersonAbsence person={person} answer={of('setAbsence', 'endAbsence')} />
          </section>
          {person.delivery && (
            <section className="mb-10">
              <h2 className="mb-2 text-lg">{t('people:person.delivery')}</h2>
              <DeliveryList {...person.delivery} />
            </section>
          )}
          {!isMe && (
            <section>
              <h2 className="mb-2 text-lg">{t('people:person.leaving')}</h2>
              <p className="mb-3 text-muted">{t('people:person.leavingLead')}</p>
              <LinkButton to={`/admin/people/${person.id}/leave`}>{t('people:person.leave')}</LinkButton>
            </section>
          )}
        </div>
      </div>
    </>
  )
}
