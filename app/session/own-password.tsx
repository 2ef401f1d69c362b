import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

type OwnPasswordProps = {
  busy: boolean
  mistakes: readonly { field: string; message: string }[]
  shortest: number
}

/** The old password once, the new one twice. */
export function OwnPassword({ busy, mistakes, shortest }: OwnPasswordProps) {
  const { t } = useTranslation('people')
  const field = (name: 'old' | 'fresh' | 'again') => ({
    name,
    type: 'password',
    label: t(`fields.${name}`),
    error: mistakes.find((mistake) => mistake.field === name)?.message,
  })
  return (
    <section>
      <h2 className="mb-2 text-lg">{t('account.password')}</h2>
      <ErrorSummary mistakes={mistakes} />
      <Form method="post" className="max-w-sm" preventScrollReset>
        <FormMark />
        <HiddenInputs values={{ act: 'changePassword' }} />
        <TextInput {...field('old')} autoComplete="current-password" />
        <TextInput {...field('fresh')} help={t('help.fresh', { shortest })} autoComplete="new-password" />
        <TextInput {...field('again')} autoComplete="new-password" />
        <Button look="quiet" busy={busy} busyLabel={t('account.changing')}>
          {t('account.change')}
        </Button>
      </Form>
    </section>
  )
}
