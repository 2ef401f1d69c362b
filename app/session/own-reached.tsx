import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { CheckBox } from '#app/ui/check-box.tsx'
import { DeliveryList } from '#app/ui/delivery-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Delivery } from '#workflows/reading/delivery.ts'

type OwnReachedProps = {
  delivery: Delivery
  busy: boolean
  faults: readonly string[]
  typed: (field: string) => string | undefined
}

/** By what I am told of things, in which language, and how it went. */
export function OwnReached({ delivery, busy, faults, typed }: OwnReachedProps) {
  const { t } = useTranslation('delivery')
  const fault = (field: 'mobile' | 'language') => (faults.includes(field) ? t(`problems.${field}`) : undefined)
  const mistakes = (['mobile', 'language'] as const).flatMap((field) => {
    const message = fault(field)
    return message ? [{ field, message }] : []
  })
  const quiet = (channel: 'mail' | 'sms') => delivery.channels.find((each) => each.channel === channel)?.quiet
  const mobile = delivery.channels.find(({ channel }) => channel === 'sms')?.address
  return (
    <section>
      <h2 className="mb-2 text-lg">{t('title')}</h2>
      <p className="mb-4 text-muted">{t('lead')}</p>
      <ErrorSummary mistakes={mistakes} />
      <Form method="post" className="mb-8 max-w-md" preventScrollReset key={delivery.revision}>
        <FormMark />
        <HiddenInputs values={{ act: 'changeReached' }} />
        <TextInput
          name="mobile"
          type="tel"
          label={t('form.mobile')}
          help={t('form.mobileHelp')}
          error={fault('mobile')}
          optional
          autoComplete="tel"
          defaultValue={typed('mobile') ?? mobile ?? ''}
        />
        <RadioGroup
          name="language"
          label={t('form.language')}
          error={fault('language')}
          choices={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`form.languages.${value}`) }))}
          defaultValue={typed('language') ?? delivery.language}
          inline
        />
        <fieldset className="mb-5">
          <legend className="font-medium">{t('form.quiet')}</legend>
          <p className="text-sm text-muted">{t('form.quietHelp')}</p>
          <div className="mt-1 flex flex-wrap gap-x-6 [&>div]:mb-0">
            <CheckBox
              id="quiet-mail"
              name="quiet"
              value="mail"
              label={t('form.quietMail')}
              defaultChecked={quiet('mail')}
            />
            <CheckBox
              id="quiet-sms"
              name="quiet"
              value="sms"
              label={t('form.quietSms')}
              defaultChecked={quiet('sms')}
            />
          </div>
        </fieldset>
        <Button look="quiet" busy={busy} busyLabel={t('form.saving')}>
          {t('form.save')}
        </Button>
      </Form>
      <DeliveryList {...delivery} />
    </section>
  )
}
