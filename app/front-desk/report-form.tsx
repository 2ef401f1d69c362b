import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { REPORT_LIMITS } from '#workflows/channels/report.ts'
import type { Challenge } from '#workflows/channels/web/proof-of-work.ts'
import type { Typed } from '#workflows/channels/web/report-form.ts'
import { AGAIN, type FormFault, mistakeAt, mistakesOf } from './faults.ts'
import { Hcaptcha } from './hcaptcha.tsx'
import { MoreFields } from './more-fields.tsx'

export type Returned = { typed: Typed; faults: readonly FormFault[]; again: readonly string[] }

/** The form, for whatever stands elsewhere on the page and belongs to it. */
export const REPORT_FORM = { id: 'report', action: '/report' }

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
  const again = returned?.again ?? []
  const asked = returned?.faults.some(({ problem }) => problem === 'notAgain')
  const wrongText = returned?.faults.some(({ problem }) => problem === 'missing' || problem === 'tooLong')
  return (
    <form
      id={REPORT_FORM.id}
      method="post"
      action={REPORT_FORM.action}
      encType="multipart/form-data"
      data-keep="report"
      data-progress={t('progress')}
    >
      <FormMark />
      {/* before any other button: Enter in a field sends the report */}
      <HiddenInputs values={{ submission, asked: asked ? 'yes' : null }} />
      {again.map((name, at) => (
        <input key={`${at} ${name}`} type="hidden" name={AGAIN} value={name} />
      ))}
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
      <MoreFields vault={vault} typed={returned?.typed} mistakes={mistakes} again={again} />
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
      {again.length > 0 && (
        <p data-again className="mb-4 border-l-4 border-ink pl-3 font-medium">
          {t('more.files.again', { files: again.join(t('comma')) })}
        </p>
      )}
      <p data-offline role="alert" hidden className="mb-4 border-l-4 border-ink pl-3 font-medium">
        {t('offline')}
      </p>
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
