import { redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy, typedInto } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { LEVELS, UNIT_KINDS } from '#workflows/assignment/tree-rules.ts'
import { readUnitChoices } from '#workflows/reading/unit-page.ts'
import { openUnit } from '#workflows/settings-desk/units.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { UnitFields, useUnitFault } from './unit-fields.tsx'
import { unitFrom } from './unit-form.ts'

export const handle = { title: 'units:new.title' }

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) => ({
  choices: await readUnitChoices(house),
  under: new URL(request.url).searchParams.get('under') ?? '',
}))

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const outcome = await openUnit(house, by, unitFrom(form), askedBy(form))
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(`/admin/units/${outcome.id}?done=openUnit`, 303)
})

/** Opens a unit: what it is, and where it stands. */
export default function NewUnit() {
  const { t } = useTranslation(['units', 'site'])
  const { choices, under } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const say = useUnitFault()
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const faultOf = (field: string) => faults.filter((fault) => fault.field === field).map(say)[0]
  const typed = answer?.typed
  return (
    <>
      <PageHead
        above={
          <Link to="/admin/units" className="link">
            {t('units:back')}
          </Link>
        }
        title={t('units:new.title')}
        lead={t('units:new.lead')}
      />
      <Form method="post" className="max-w-measure">
        <FormMark />
        <ChangeNotice answer={answer} say={say} />
        <TextInput
          name="code"
          label={t('units:fields.code')}
          help={t('units:help.code')}
          error={faultOf('code')}
          defaultValue={typedInto(typed, 'code')}
        />
        <RadioGroup
          name="kind"
          label={t('units:fields.kind')}
          error={faultOf('kind')}
          inline
          choices={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`units:kinds.${kind}`) }))}
          defaultValue={typedInto(typed, 'kind') ?? 'department'}
        />
        <RadioGroup
          name="level"
          label={t('units:fields.level')}
          error={faultOf('level')}
          inline
          choices={LEVELS.map((level) => ({ value: level, label: t(`units:levels.${level}`) }))}
          defaultValue={typedInto(typed, 'level') ?? choices.places.find(({ id }) => id === under)?.level ?? 'county'}
        />
        <UnitFields
          choices={choices}
          now={{ name: '', place: under, above: '', line: '', aliases: '' }}
          typed={typed}
          faultOf={faultOf}
          has={{ place: true, line: true }}
        />
        <Button busy={busy} busyLabel={t('site:buttons.saving')}>
          {t('units:new.open')}
        </Button>
      </Form>
    </>
  )
}
