import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RefusedForm } from '#app/http/answer.server.ts'
import { typedInto } from '#app/http/form-values.ts'
import { RefusalNotice } from '#app/http/refusal-notice.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import type { LetterActType } from '#workflows/engine/step-letter.ts'
import { type FieldName, FIELDS, MOST } from './act-from.ts'
import { LetterField } from './letter-field.tsx'

type LetterActProps = {
  type: LetterActType
  lead: boolean
  /** what was refused, if it was this act */
  answer: RefusedForm | undefined
}

/** One act on the letter as one plain form; a form that was refused keeps what was typed. */
export function LetterActForm({ type, lead, answer }: LetterActProps) {
  const { t } = useTranslation(['handling', 'case', 'oversight'])
  const busy = useNavigation().formData?.get('act') === type
  const fields: readonly FieldName[] = FIELDS[type].filter((field) => field !== 'upkeep' || lead)
  const idOf = (field: string) => `${type}-${field}`
  const issues = answer?.refused.issues ?? []
  const named = answer && {
    ...answer,
    refused: { ...answer.refused, issues: issues.map((issue) => ({ ...issue, field: idOf(issue.field) })) },
  }
  const labelOf = (field: FieldName) => t(`fields.${type === 'object' && field === 'grounds' ? 'objection' : field}`)
  const nameOf = (id: string) => {
    const field = fields.find((each) => idOf(each) === id)
    return field ? labelOf(field) : id
  }
  return (
    <Form method="post" preventScrollReset className="pb-4">
      <FormMark />
      <HiddenInputs values={{ act: type }} />
      <RefusalNotice answer={named} nameOf={nameOf} />
      <p className="mb-4 text-sm text-muted">{t(`does.${type}`)}</p>
      {fields.map((field) => (
        <LetterField
          key={field}
          id={idOf(field)}
          name={field}
          label={labelOf(field)}
          typed={typedInto(answer?.typed, field)}
          issue={issues.find((issue) => issue.field === field)?.problem}
          wrong={type === 'object' ? t('oversight:lostForm.whoseDuty') : undefined}
          most={field === 'days' ? undefined : MOST[field]}
        />
      ))}
      <Button busy={busy} busyLabel={t('sending')} look={type === 'object' ? 'quiet' : 'primary'}>
        {t(`case:acts.${type}`)}
      </Button>
    </Form>
  )
}
