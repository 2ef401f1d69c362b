import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

type SignInFormProps = {
  filled: { login: string; password?: string; oneTime?: string } | null
  /** where to go when signed in, if somewhere else than the first door */
  back: string | null
  /** whose account of the sample town is filled in */
  chosenName: string | null
}

/** Login, password and one-time code, together, so that none of them is told right or wrong alone. */
export function SignInForm({ filled, back, chosenName }: SignInFormProps) {
  const { t } = useTranslation('session')
  return (
    <form method="post" action="/sign-in" className="max-w-sm">
      <FormMark />
      <HiddenInputs values={{ back }} />
      {chosenName && (
        <Callout>
          <p>{t('sample.filled', { name: chosenName })}</p>
          <p>{t('sample.stepUsed')}</p>
        </Callout>
      )}
      <TextInput
        name="login"
        label={t('signIn.login')}
        defaultValue={filled?.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextInput
        name="password"
        type="password"
        label={t('signIn.password')}
        defaultValue={filled?.password}
        autoComplete="current-password"
      />
      <TextInput
        name="oneTime"
        label={t('signIn.oneTime')}
        help={t('signIn.oneTimeHelp')}
        defaultValue={filled?.oneTime}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <Button busyLabel={t('signIn.sending')}>{t('signIn.send')}</Button>
    </form>
  )
}
