import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { REPORT_LIMITS } from '#workflows/channels/report.ts'
import type { Challenge } from '#workflows/channels/web/proof-of-work.ts'
import type { Typed } from '#workflows/channels/web/report-form.ts'
import { type FormFault, mistakeAt, mistakesOf } from './faults.ts'
import { Hcaptcha } from './hcaptcha.tsx'
import { MoreFields } from './more-fields.tsx'

export type Returned = { typed: Typed; faults: readonly FormFault[]; hadFiles: boolean }
type ReportFormProps = {
  submission: string
  challenge: Challenge | null
  sitekey: string | null
  vault: boolean
  /** the form came back: everything typed, and what is wrong */
  returned: Returned | undefined
}

/** The one big field, and folded below it whatever may help. */
export function ReportForm({ submission, challenge, sitekey, vault, returned }: ReportFormProps) {
  const { t } = useTranslation('frontDesk')
  const mistakes = mistakesOf(t, returned?.faults ?? [])
  const wrongText = returned?.faults.some(({ problem }) => problem === 'missing' || problem === 'tooLong')
  return (
    <form method="post" action="/report" encType="multipart/form-data" data-keep>
      <FormMark />
      <HiddenInputs values={{ submission }} />
      <ErrorSummary mistakes={mistakes} title={t('faults.title')} />
      <TextArea
        name="text"
        label={t('text.label')}
        help={t('text.help')}
        rows={12}
        most={REPORT_LIMITS.text}
        defaultValue={returned?.typed.text}
        error={wrongText ? mistakeAt(mistakes, 'text') : undefined}
        autoComplete="off"
      />
      <p data-telling="text" role="status" hidden className="mb-5 border-l-3 border-qing pl-3 text-sm">
        {t('text.telling')} <span className="font-medium" />
      </p>
      <MoreFields vault={vault} typed={returned?.typed} mistakes={mistakes} again={returned?.hadFiles ?? false} />
      {sitekey ? (
        <Hcaptcha sitekey={sitekey} />
      ) : (
        <input
          type="hidden"
          name="human"
          data-challenge={challenge ? JSON.stringify(challenge) : undefined}
          data-checking={t('human.checking')}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button id="send" busyLabel={t('sending')}>
          {t('send')}
        </Button>
        <p className="text-sm text-muted" data-sending>
          {t('afterSending')}
        </p>
      </div>
      <noscript>
        <p className="mt-3 text-sm text-muted">{t('human.noScript')}</p>
      </noscript>
      <p data-kept hidden className="mt-3 text-sm text-muted">
        {t('text.kept')}
      </p>
    </form>
  )
}
