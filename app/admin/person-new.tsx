import { redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy, typedInto } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { readUnitChoices } from '#workflows/reading/people.ts'
import { proposePerson } from '#workflows/settings-desk/open-person.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { PersonFields, usePersonFault } from './person-fields.tsx'
import { personFrom } from './person-form.ts'

export const handle = { title: 'people:new.title' }
export const loader = forStaff(ADMIN_ROLES, async ({ house }) => ({ units: await readUnitChoices(house) }))

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const outcome = await proposePerson(house, by, personFrom(form), askedBy(form))
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect('/admin/requests?done=sent', 303)
})

/** Proposes an account: nobody here ever sees what its owner signs in with. */
export default function NewPerson() {
  const { t } = useTranslation('people')
  const { units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const say = usePersonFault()
  const back = (
    <Link to="/admin/people" className="link">
      {t('person.back')}
    </Link>
  )
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const faultOf = (field: string) => faults.filter((fault) => fault.field === field).map(say)[0]
  return (
    <>
      <PageHead above={back} title={t('new.title')} lead={t('new.lead')} />
      <Form method="post" className="max-w-measure">
        <FormMark />
        <ChangeNotice answer={answer} say={say} />
        <TextInput
          name="login"
          label={t('fields.login')}
          help={t('help.login')}
          error={faultOf('login')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={typedInto(answer?.typed, 'login')}
        />
        <PersonFields
          units={units}
          now={{ name: '', email: null, unit: '', roles: [] }}
          typed={answer?.typed}
          faultOf={faultOf}
        />
        <Button busy={busy} busyLabel={t('new.opening')}>
          {t('new.open')}
        </Button>
      </Form>
    </>
  )
}
