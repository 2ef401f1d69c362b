import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { typedInto, type FormValues } from '#app/http/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { TemplateFormChoices } from '#workflows/reading/templates.ts'
import { mostOf, type Parts } from '#workflows/templates/purposes.ts'
import { useOutcomeWord } from './use-outcome-word.ts'

type TemplateFormProps = {
  choices: TemplateFormChoices
  /** the template as it stands; null for a new one */
  stands: { title: string; kind: string | null; outcome: string | null; version: number; parts: Parts } | null
  typed: FormValues | undefined
  errorOf: (field: string) => string | undefined
}

/** Name, what it is for, and its texts; saved as a new version, or looked at first without saving. */
export function TemplateForm({ choices, stands, typed, errorOf }: TemplateFormProps) {
  const { t, i18n } = useTranslation(['templates', 'site'])
  const outcomeWord = useOutcomeWord()
  const busy = useNavigation().formData?.get('act')
  const { purpose, fields, outcomes, kinds } = choices
  const kind = stands?.kind ?? null
  const said = (field: string, stored: string | null | undefined) => typedInto(typed, field) ?? stored ?? ''
  return (
    <Form method="post" className="max-w-3xl">
      <FormMark seen={stands?.version} />
      <HiddenInputs values={{ purpose }} />
      <TextInput
        name="title"
        label={t('form.title')}
        help={t('form.titleHelp')}
        defaultValue={said('title', stands?.title)}
        error={errorOf('title')}
      />
      <div className="grid gap-x-6 sm:grid-cols-2">
        <Select
          name="kind"
          label={t('form.kind')}
          none={t('form.anyKind')}
          optional
          choices={[
            // a kind out of use stays with the template that has it
            ...(kind && kinds.every(({ code }) => code !== kind) ? [{ value: kind, label: kind }] : []),
            ...kinds.map(({ code, zh, en }) => ({ value: code, label: `${code} ${i18n.language === 'en' ? en : zh}` })),
          ]}
          defaultValue={said('kind', kind)}
          error={errorOf('kind')}
        />
        {outcomes.length > 0 && (
          <Select
            name="outcome"
            label={t('form.outcome')}
            none={t('form.anyOutcome')}
            optional
            choices={outcomes.map((value) => ({ value, label: outcomeWord(purpose, value) }))}
            defaultValue={said('outcome', stands?.outcome)}
            error={errorOf('outcome')}
          />
        )}
      </div>
      {fields.map((part) => (
        <TextArea
          key={part}
          name={part}
          label={t(`parts.${part}`)}
          rows={purpose === 'letter' ? 4 : 9}
          most={mostOf(purpose)}
          defaultValue={said(part, stands?.parts[part])}
          error={errorOf(part)}
        />
      ))}
      <p className="flex flex-wrap gap-3">
        <Button small name="act" value="save" busy={busy === 'save'} busyLabel={t('site:buttons.saving')}>
          {t('form.save')}
        </Button>
        <Button
          small
          look="quiet"
          name="act"
          value="preview"
          busy={busy === 'preview'}
          busyLabel={t('site:buttons.saving')}
        >
          {t('form.preview')}
        </Button>
      </p>
    </Form>
  )
}
