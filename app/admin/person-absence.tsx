import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { typedInto } from '#app/http/form-values.ts'
import { AbsenceFields } from '#app/ui/absence-fields.tsx'
import { AbsenceList } from '#app/ui/absence-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import type { PersonPage } from '#workflows/reading/people.ts'
import { ChangeNotice } from './change-notice.tsx'
import type { NotTaken } from './not-changed.server.ts'
import { usePersonFault } from './person-fields.tsx'

/** When somebody is away and who stands in, said for them. */
export function PersonAbsence({ person, answer }: { person: PersonPage; answer: NotTaken | undefined }) {
  const { t } = useTranslation('people')
  const submitting = useNavigation().formData?.get('act')
  const say = usePersonFault()
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  return (
    <>
      <ChangeNotice answer={answer} say={say} />
      <AbsenceList absences={person.absences} />
      {person.deputies.length === 0 ? (
        <p className="text-muted">{t('absence.nobody')}</p>
      ) : (
        <Form method="post" preventScrollReset>
          <FormMark />
          <HiddenInputs values={{ act: 'setAbsence' }} />
          <AbsenceFields
            deputies={person.deputies}
            typed={(field) => typedInto(answer?.typed, field)}
            faultOf={(field) => faults.filter((fault) => fault.field === field).map(say)[0]}
          />
          <Button look="quiet" busy={submitting === 'setAbsence'} busyLabel={t('absence.setting')}>
            {t('absence.set')}
          </Button>
        </Form>
      )}
    </>
  )
}
