import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Enrolling, TypedSlip } from '#workflows/settings-desk/enrol.ts'

/** `qr`: what the phone scans, where it is set up anew; `shortest`: of a password that is chosen. */
export type Shown = Enrolling & TypedSlip & { qr: string | null; shortest: number }

/** What the owner chooses, and what they prove instead where it was not lost. */
export function EnrolForm({ shown, faults }: { shown: Shown; faults: { field: string; problem: string }[] }) {
  const { t } = useTranslation('enrol')
  const { name, login, slip, check, password, oneTimeSecret, qr, shortest } = shown
  const say = ({ problem }: { problem: string }) => t(`problems.${problem}` as 'problems.tooShort', { shortest })
  const faultOf = (field: string) => faults.filter((fault) => fault.field === field).map(say)[0]
  const chooses = password === 'choose'
  return (
    <>
      <PageHead title={t('title')} lead={t('who', { name, login })} />
      {faults.length > 0 && (
        <ErrorSummary mistakes={faults.map((fault) => ({ field: fault.field, message: say(fault) }))} />
      )}
      <p className="mb-4 text-muted">{t('notYou')}</p>
      <form method="post" action="/enrol" className="max-w-sm">
        <FormMark />
        <HiddenInputs values={{ slip, check }} />
        <input type="text" name="login" defaultValue={login} autoComplete="username" readOnly hidden />
        <TextInput
          name="password"
          type="password"
          label={chooses ? t('choose') : t('current')}
          help={chooses ? t('chooseHelp', { shortest }) : t('currentHelp')}
          error={faultOf('password')}
          autoComplete={chooses ? 'new-password' : 'current-password'}
        />
        {chooses && (
          <TextInput
            name="again"
            type="password"
            label={t('again')}
            error={faultOf('again')}
            autoComplete="new-password"
          />
        )}
        {oneTimeSecret && qr && (
          <section aria-labelledby="phone" className="mb-5">
            <h2 id="phone" className="mb-2 text-lg">
              {t('phone')}
            </h2>
            <p className="mb-3 text-sm text-muted">{t('phoneHelp')}</p>
            <img src={qr} alt={t('qr')} width={208} height={208} className="mb-3 bg-white" />
            <p>
              {t('secret')}: <code className="font-mono break-all select-all">{oneTimeSecret}</code>
            </p>
          </section>
        )}
        <TextInput
          name="oneTime"
          label={t('oneTime')}
          help={oneTimeSecret ? t('oneTimeHelp') : t('currentOneTime')}
          error={faultOf('oneTime')}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <Button busyLabel={t('saving')}>{t('save')}</Button>
      </form>
    </>
  )
}
