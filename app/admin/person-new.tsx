import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { typedInto } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { oneTimeUri } from '#workflows/protection/one-time.ts'
import { readUnitChoices } from '#workflows/reading/people.ts'
import { openPerson } from '#workflows/settings-desk/open-person.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { PersonFields, usePersonFault } from './person-fields.tsx'
import { personFrom } from './person-form.ts'
import { ShownOnce } from './shown-once.tsx'

export const handle = { title: 'people:new.title' }
const ISSUER = '回音 Huiyin'

export const loader = forStaff(ADMIN_ROLES, async ({ house }) => ({ units: await readUnitChoices(house) }))

/** Answers with the secrets on the page itself: they stand behind no address that could be opened again. */
export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const outcome = await openPerson(house, by, personFrom(form))
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  const { id, login, password, oneTimeSecret } = outcome
  const uri = oneTimeUri(oneTimeSecret, login, ISSUER)
  return { opened: { id, name: personFrom(form).name, login, password, oneTimeSecret, oneTimeUri: uri } }
})

/** Opens an account, and shows once what its owner signs in with. */
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
  if (answer && 'opened' in answer) {
    const { id, name } = answer.opened
    return (
      <>
        <PageHead above={back} title={t('new.title')} />
        <ShownOnce title={t('new.opened', { name })} secrets={answer.opened} to={`/admin/people/${id}`} />
      </>
    )
  }
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
